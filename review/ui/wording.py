"""Words for the screen: plain text that stays plain where Streamlit reads Markdown, and differences as HTML."""

from __future__ import annotations

import string
from datetime import UTC, datetime
from html import escape

from review.diff import edits
from review.languages import LANGUAGES, UNDETERMINED, language

ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#2f55d4"/>'
    '<path d="M7 10h11M7 16h7M7 22h5" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/>'
    '<path d="M15 21.5l4 4 7.5-9" stroke="#9fd8b4" stroke-width="3" fill="none" stroke-linecap="round"/></svg>'
)
"""The browser tab's icon, drawn here because a named one is fetched from another server."""
MARKUP = str.maketrans({character: "\\" + character for character in string.punctuation} | {"\n": " ", "\r": " "})
TAGS = tuple(known.tag for known in sorted(LANGUAGES, key=lambda known: known.name))


def plain(text: str) -> str:
    """A text that Markdown shows as it is, on one line."""
    return text.translate(MARKUP)


def language_name(tag: str) -> str:
    """The name of a language, with its region where the tag has one."""
    known = language(tag)
    return known.name if tag in (known.tag, UNDETERMINED.tag) else f"{known.name} ({tag})"


def difference(before: str, after: str) -> str:
    """What became of a text, as HTML with `del` and `ins`."""
    pieces = []
    for edit in edits(before, after):
        old, new = escape(edit.before.of(before)), escape(edit.after.of(after))
        pieces.append(
            old if edit.kind == "equal" else (f"<del>{old}</del>" * bool(old)) + (f"<ins>{new}</ins>" * bool(new))
        )
    return "".join(pieces)


def counted(number: int, one: str, many: str = "") -> str:
    """A number of things in words: `1 pair`, `2 pairs`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def ago(at: datetime, now: datetime | None = None) -> str:
    """How long ago, roughly."""
    minutes = int(((now or datetime.now(UTC)) - at).total_seconds() // 60)
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{counted(minutes, 'minute')} ago"
    if minutes < 24 * 60:
        return f"{counted(minutes // 60, 'hour')} ago"
    return f"{at:%d %B %Y}"
