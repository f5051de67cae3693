"""Characters broken by a wrong encoding: `â€™` for ’, U+FFFD, control and private-use characters.

A run that is UTF-8 read as Windows-1252 is marked as a whole, with the text it stands for as the fix.
Misses text broken twice, and encodings other than these.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from review.checks.base import Check, Example
from review.checks.reading.glance import signs
from review.types import Mark, Pair, Span

HIGH = "".join(
    character
    for byte in range(0x80, 0xC0)
    for character in {bytes([byte]).decode("cp1252", "ignore"), chr(byte)}
    if character
)
HIGHS = frozenset(HIGH)
LEADS = frozenset(map(chr, range(0xC2, 0xF1)))
PRINTABLE = frozenset("\ufffd锟锘")
"""What is a sign of broken characters although it can be printed."""
SHOWN = 4
BROKEN = regex.compile(
    rf"(?:[\u00c2-\u00df][{regex.escape(HIGH)}]|[\u00e0-\u00ef][{regex.escape(HIGH)}]{{2}}|\u00f0[{regex.escape(HIGH)}]{{3}})++"
    r"|\ufffd++|[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f]++|[\ue000-\uf8ff]++|(?:锟斤拷)++|锘縷++"
)


def find(pair: Pair) -> Iterator[Mark]:
    seen = signs(pair.target)
    if pair.target.isprintable() and (LEADS.isdisjoint(seen) or HIGHS.isdisjoint(seen)) and PRINTABLE.isdisjoint(seen):
        return
    for run in BROKEN.finditer(pair.target):
        text = run.group()
        meant = _meant(text)
        if meant is None and text[0] in LEADS:
            continue
        shown = text if text.isprintable() else " ".join(f"U+{ord(sign):04X}" for sign in text[:SHOWN])
        reason = f"Characters broken by a wrong encoding: {shown}"
        yield Mark(Span(*run.span()), reason, fixes=() if meant is None else (meant,))


def _meant(text: str) -> str | None:
    """The text whose UTF-8 bytes were read as Windows-1252, "" for control characters; None when nobody can tell."""
    if text < "\x80" and not text.isprintable():
        return ""
    raw = bytearray()
    for sign in text:
        encoded = sign.encode("cp1252", "ignore") or (bytes([ord(sign)]) if ord(sign) < 256 else b"")
        if not encoded:
            return None
        raw += encoded
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None


CHECK = Check(
    id="mojibake",
    name="Broken characters",
    description="Characters broken by a wrong encoding.",
    category="fluency/character encoding",
    its="characters",
    severity="major",
    score=0.97,
    version=1,
    find=find,
    examples=(
        Example("馆长的计划", "The directorâ€™s plan", ("â€™",), fixed="The director’s plan"),
        Example("咖啡馆", "The cafÃ© opened", ("Ã©",), fixed="The café opened"),
        Example("开幕", "The open\ufffd\ufffdng", ("\ufffd\ufffd",)),
        Example("开幕", "Open\u0007ing", ("\u0007",), fixed="Opening"),
        Example("咖啡馆", "The café’s façade, 20 °C, “naïve” – Ångström"),
        Example("Über uns", "Ueber uns: Ärger, Âge, Ðe", (), "de", "en"),
        Example("行", "line one\nline two\ttab"),
    ),
)
