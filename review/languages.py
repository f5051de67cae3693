"""The table of languages: what the other parts need to know of each, and nothing that they can compute."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from review.errors import UnknownLanguage

LATIN_ENDS = ".!?…"
CJK_ENDS = "。！？…．｡"


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its BCP 47 tag.

    `scripts` are names of Unicode scripts, the chief one first; `ends` are the marks that
    end a sentence; `quotes` are (opening, closing) pairs; `spaced` says whether words are parted by spaces.
    """

    tag: str
    name: str
    scripts: tuple[str, ...] = ("Latin",)
    direction: Literal["ltr", "rtl"] = "ltr"
    ends: str = LATIN_ENDS
    quotes: tuple[tuple[str, str], ...] = (("“", "”"), ("‘", "’"), ("«", "»"), ('"', '"'))
    spaced: bool = True


CJK_QUOTES = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"), ("〈", "〉"))
LOW_QUOTES = (("„", "“"), ("‚", "‘"), ("»", "«"), ('"', '"'))
GUILLEMETS = (("«", "»"), ("“", "”"), ("‹", "›"), ('"', '"'))
SLAVIC_QUOTES = (("«", "»"), ("„", "“"), ('"', '"'))

LANGUAGES = (
    Language("zh", "Chinese", ("Han",), ends=CJK_ENDS, quotes=CJK_QUOTES, spaced=False),
    Language("ja", "Japanese", ("Hiragana", "Katakana", "Han"), ends=CJK_ENDS, quotes=CJK_QUOTES, spaced=False),
    Language("ko", "Korean", ("Hangul", "Han"), ends=LATIN_ENDS + CJK_ENDS, quotes=CJK_QUOTES),
    Language("en", "English"),
    Language("de", "German", quotes=LOW_QUOTES),
    Language("fr", "French", quotes=GUILLEMETS),
    Language("es", "Spanish", quotes=GUILLEMETS),
    Language("it", "Italian", quotes=GUILLEMETS),
    Language("pt", "Portuguese", quotes=GUILLEMETS),
    Language("nl", "Dutch"),
    Language("sv", "Swedish"),
    Language("da", "Danish"),
    Language("no", "Norwegian"),
    Language("fi", "Finnish"),
    Language("is", "Icelandic", quotes=LOW_QUOTES),
    Language("pl", "Polish", quotes=(("„", "”"), ("«", "»"), ('"', '"'))),
    Language("cs", "Czech", quotes=LOW_QUOTES),
    Language("sk", "Slovak", quotes=LOW_QUOTES),
    Language("hu", "Hungarian", quotes=(("„", "”"), ("»", "«"), ('"', '"'))),
    Language("ro", "Romanian", quotes=(("„", "”"), ("«", "»"), ('"', '"'))),
    Language("tr", "Turkish"),
    Language("id", "Indonesian"),
    Language("vi", "Vietnamese"),
    Language("ru", "Russian", ("Cyrillic",), quotes=SLAVIC_QUOTES),
    Language("uk", "Ukrainian", ("Cyrillic",), quotes=SLAVIC_QUOTES),
    Language("bg", "Bulgarian", ("Cyrillic",), quotes=SLAVIC_QUOTES),
    Language("el", "Greek", ("Greek",), ends=".!;·…", quotes=GUILLEMETS),
    Language("ar", "Arabic", ("Arabic",), "rtl", ends=".!?؟۔…", quotes=GUILLEMETS),
    Language("fa", "Persian", ("Arabic",), "rtl", ends=".!?؟۔…", quotes=GUILLEMETS),
    Language("ur", "Urdu", ("Arabic",), "rtl", ends=".!?؟۔…"),
    Language("he", "Hebrew", ("Hebrew",), "rtl", quotes=(("”", "“"), ("„", "”"), ('"', '"'))),
    Language("hi", "Hindi", ("Devanagari",), ends=".!?।॥…"),
    Language("th", "Thai", ("Thai",), spaced=False),
)
BY_TAG = {language.tag: language for language in LANGUAGES}
UNDETERMINED = Language("und", "Undetermined", ())


def language(tag: str) -> Language:
    """The language of a BCP 47 tag; region and script are passed over, so that zh-Hant is Chinese.

    `und` is the language that nobody could tell: sound defaults. Raises UnknownLanguage for what is not in the table.
    """
    base = tag.replace("_", "-").split("-")[0].lower()
    if base == UNDETERMINED.tag:
        return UNDETERMINED
    if base not in BY_TAG:
        raise UnknownLanguage(f"language {tag!r} is not known; expected one of {', '.join(sorted(BY_TAG))}")
    return BY_TAG[base]
