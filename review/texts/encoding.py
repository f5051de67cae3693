"""Bytes and text: which encoding a file is in, and the same bytes back."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from review.errors import UnreadableFile
from review.languages import UNDETERMINED
from review.texts.language import detect
from review.texts.plausibility import plausibility

LARGEST_FILE = 50 * 1024 * 1024
"""Bytes; a file above that is refused."""

BYTE_ORDER_MARKS = {
    "utf-8-sig": (codecs.BOM_UTF8, "utf-8"),
    "utf-32": (codecs.BOM_UTF32_LE, "utf-32-le"),
    "utf-32-be-sig": (codecs.BOM_UTF32_BE, "utf-32-be"),
    "utf-16": (codecs.BOM_UTF16_LE, "utf-16-le"),
    "utf-16-be-sig": (codecs.BOM_UTF16_BE, "utf-16-be"),
}
"""Name of an encoding with a byte order mark → the mark and the codec behind it. Longer marks come first."""

SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive, such as DOCX, XLSX, ODT or EPUB"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"%PDF", "a PDF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (DOC, XLS)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh9", "a bzip2 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)

LEGACY = (
    "gb18030",
    "big5",
    "cp950",
    "big5hkscs",
    "cp932",
    "euc_jp",
    "cp949",
    "cp1251",
    "koi8-r",
    "cp1252",
    "cp1250",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "iso8859-2",
    "utf-16-le",
    "utf-16-be",
)
"""Encodings that are tried where the bytes are not UTF-8, in the order in which a draw is decided."""

WESTERN = ("cp1252",)
CENTRAL = ("cp1250", "iso8859-2")
LATIN_PAGES = frozenset((*WESTERN, *CENTRAL, "cp1254"))
PAGES_OF_LANGUAGE = {**dict.fromkeys(("pl", "cs", "sk", "hu", "ro"), CENTRAL), "tr": ("cp1254",)}

EXPECTED = "text in UTF-8, UTF-16, GB18030, Big5, Shift-JIS, EUC, KOI8-R or a Windows code page"
SAMPLE = 64 * 1024
LEAST_PLAUSIBLE = -0.25
"""The worth below which a decoded text is taken for noise; random bytes come to about -1."""
CLOSE = 0.3
"""The difference in worth within which the language decides between code pages."""


class Decoded(NamedTuple):
    """The text of a file and the name of the encoding that gives its bytes back."""

    text: str
    encoding: str


def decode(content: bytes, name: str, encoding: str = "") -> Decoded:
    """The text of a file's bytes; in `encoding` where the user names one, else in the one that fits.

    A byte order mark decides; then UTF-8 if the bytes are that without an error; then the encoding in which the text
    is the likeliest. Law: encode(*decode(content, name)) == content. Raises UnreadableFile for what is too large, not
    text, or cannot be decoded. Tiny files in a legacy encoding may be guessed wrong: the choice is shown.
    """
    _refuse_binaries(content, name)
    if encoding:
        return _decoded(content, name, encoding)
    for marked, (mark, _) in BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return _decoded(content, name, marked)
    if b"\x00" in content:
        return _without_mark(content, name)
    if content.isascii() and b"\x1b$" in content and (text := _tried(content, "iso2022_jp")):
        return Decoded(text, "iso2022_jp")
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged(content, name, error)
    return _guessed(content, name)


def encode(text: str, encoding: str) -> bytes:
    """The bytes of a text in an encoding that `decode` gave, its byte order mark included.

    Raises UnicodeEncodeError where the encoding has no such character.
    """
    mark, codec = BYTE_ORDER_MARKS.get(encoding, (b"", encoding))
    return mark + text.encode(codec)


def _decoded(content: bytes, name: str, encoding: str) -> Decoded:
    mark, codec = BYTE_ORDER_MARKS.get(encoding, (b"", encoding))
    try:
        text = content[len(mark) :].decode(codec)
        same = mark + text.encode(codec) == content
    except LookupError as error:
        raise UnreadableFile(name, "encoding", f"no encoding called {encoding!r}", EXPECTED) from error
    except UnicodeError as error:
        start = getattr(error, "start", 0) + len(mark)
        raise UnreadableFile(name, f"byte {start}", _shown(content, start), f"text in {encoding}") from error
    if "\x00" in text:
        raise UnreadableFile(name, f"character {text.index(chr(0))}", "a NUL character", "text")
    if not same:
        raise UnreadableFile(name, "byte 0", f"{encoding} that does not give the same bytes back", EXPECTED)
    return Decoded(text, encoding)


def _shown(content: bytes, start: int) -> str:
    found = content[start : start + 1]
    return f"0x{found.hex()}" if found else "the end of the file"


def _refuse_binaries(content: bytes, name: str) -> None:
    if len(content) > LARGEST_FILE:
        raise UnreadableFile(name, f"byte {LARGEST_FILE}", f"{len(content)} bytes", f"at most {LARGEST_FILE} bytes")
    for signature, found in SIGNATURES:
        if content.startswith(signature):
            raise UnreadableFile(name, "byte 0", found, "a text file")


def _without_mark(content: bytes, name: str) -> Decoded:
    """UTF-16 without a byte order mark, which is full of NUL bytes; anything else that has one is no text."""
    place = content.index(b"\x00")
    for codec in ("utf-16-le", "utf-16-be"):
        text = _tried(content, codec)
        if text and "\x00" not in text and plausibility(text[:SAMPLE]) > LEAST_PLAUSIBLE:
            return Decoded(text, codec)
    raise UnreadableFile(name, f"byte {place}", "a NUL byte, as binary files have", EXPECTED)


def _refuse_damaged(content: bytes, name: str, error: UnicodeDecodeError) -> None:
    """Refuses what is UTF-8 but for a few bytes: read as anything else, the whole file would be garbled."""
    beyond_ascii = [mark for mark in content.decode("utf-8", "replace") if mark > "\x7f"]
    damaged = beyond_ascii.count("\ufffd")
    if len(beyond_ascii) - damaged > 10 * damaged:
        raise UnreadableFile(name, f"byte {error.start}", _shown(content, error.start), "text in UTF-8") from error


def _guessed(content: bytes, name: str) -> Decoded:
    """The text in the likeliest of the legacy encodings that give the same bytes back."""
    scores = {codec: plausibility(sample) for codec in LEGACY if (sample := _sample(content, codec))}
    plausible = [codec for codec in scores if scores[codec] > LEAST_PLAUSIBLE]
    opinion = _opinion(content) if len(plausible) > 1 else ""
    ranked = sorted(plausible, key=lambda codec: scores[codec] + (0.05 if codec == opinion else 0), reverse=True)
    for codec in _by_language(content, ranked, scores):
        text = _tried(content, codec)
        if text is not None:
            return Decoded(text, codec)
    start = next(place for place, byte in enumerate(content) if byte > 0x7F)
    raise UnreadableFile(name, f"byte {start}", _shown(content, start), EXPECTED)


def _by_language(content: bytes, ranked: list[str], scores: dict[str, float]) -> list[str]:
    """The ranked encodings, with those first that the language of a text in Latin letters is written in.

    The Western and the Central European code pages have other letters in the same places, all of them plausible.
    """
    if not ranked or ranked[0] not in LATIN_PAGES:
        return ranked
    readings = (detect(_sample(content, page)) for page in ("cp1252", "cp1254", "cp1250") if page in scores)
    told = next((lang for lang in readings if lang != UNDETERMINED.tag), "")
    pages = PAGES_OF_LANGUAGE.get(told, WESTERN)
    return sorted(ranked, key=lambda codec: codec not in pages or scores[codec] < scores[ranked[0]] - CLOSE)


def _sample(content: bytes, codec: str) -> str:
    """The beginning of the text in a codec; "" where it cannot be decoded."""
    decoder = codecs.getincrementaldecoder(codec)()
    try:
        return decoder.decode(content[:SAMPLE], final=len(content) <= SAMPLE)
    except UnicodeError:
        return ""


def _tried(content: bytes, codec: str) -> str | None:
    """The text in a codec, or None where it cannot be decoded or would not give the same bytes back."""
    try:
        text = content.decode(codec)
        return text if text.encode(codec) == content else None
    except UnicodeError:
        return None


def _opinion(content: bytes) -> str:
    """What charset-normalizer takes the encoding to be, as a codec's name; "" where it has no opinion."""
    from charset_normalizer import from_bytes

    best = from_bytes(content[:SAMPLE]).best()
    return codecs.lookup(best.encoding).name if best else ""
