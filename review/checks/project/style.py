"""Style sheets: the choices of an English text that are nobody's error, as long as they are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

ARTICLE = "article"
"""The choice to leave a choice to the article, and to hold the article to it."""
INTRODUCED = "introduced"
"""The choice to have acronyms expanded once, even in a few pairs by themselves."""
FREE = "free"
"""The choice to leave acronyms alone."""
CHOICES: dict[str, tuple[str, ...]] = {
    "spelling": (ARTICLE, "british", "american"),
    "dates": (ARTICLE, "day-month", "month-day"),
    "serial_comma": (ARTICLE, "yes", "no"),
    "numbers": ("words-to-nine", "words-to-ten", "figures"),
    "headings": (ARTICLE, "title", "sentence"),
    "acronyms": (INTRODUCED, FREE),
}
"""What each key of a style sheet may be set to."""
MAJORITY = 2
"""Uses by which one form has to lead before the article is taken to have chosen it."""


@dataclass(frozen=True, slots=True)
class Style:
    """What is chosen; "" is what holds without a style sheet, "article" leaves the choice to each article.

    `spelling` is british or american; `dates` day-month (5 May 2023) or month-day (May 5, 2023); `serial_comma` yes for
    "a, b, and c"; `numbers` what is spelt out in running text; `headings` the case of headings;
    `acronyms` introduced where they have to be expanded once, as in articles without a style sheet; else free.
    """

    spelling: str = ""
    dates: str = ""
    serial_comma: str = ""
    numbers: str = ""
    headings: str = ""
    acronyms: str = ""


def chosen(used: Iterable[str], setting: str) -> str:
    """The form that an article keeps to: what the sheet sets, else what leads by MAJORITY; "" where nothing does."""
    if setting not in ("", ARTICLE):
        return setting
    ranked = Counter(used).most_common()
    if not ranked:
        return ""
    lead = ranked[0][1] - (ranked[1][1] if len(ranked) > 1 else 0)
    return ranked[0][0] if lead >= MAJORITY else ""
