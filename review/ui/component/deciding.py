"""What the browser sends of a project's decisions: terms for its glossary, and rules."""

from __future__ import annotations

import re
from collections.abc import Mapping

from review.checks.project import Term
from review.ui.component.strings import storable

LONGEST_TERM = 300
"""Code points in one cell of a glossary, or one line of a rule."""
KIND = {"severity": "minor", "category": "terminology/inappropriate for context"}
"""What a rule made of a recurring correction finds."""
FORMS = re.compile(r"[|\n]")
"""What parts the forms of a term as they are typed."""


def term(value: object) -> tuple[Term, bool] | None:
    """A term for the glossary, its forms parted by | or lines, and whether it is taken back."""
    cells = _cells(value, ("source", "preferred", "forbidden", "note"))
    if cells is None:
        return None
    source, preferred, forbidden, note = (" ".join(cells[0].split()), _forms(cells[1]), _forms(cells[2]), cells[3])
    if not (preferred or forbidden) or not (source or forbidden):
        return None
    return Term(source, preferred, forbidden, note=" ".join(note.split())), _is_withdrawn(value)


def rule(value: object) -> tuple[dict[str, str], bool] | None:
    """A rule that puts one phrase in the place of another, where the source has certain words, and whether it is
    taken back.
    """
    cells = _cells(value, ("phrase", "rewrite", "source", "reason"))
    if cells is None or not cells[0].strip() or not cells[3].strip():
        return None
    phrase, rewrite, source, reason = cells
    table = {"phrase": phrase, "reason": reason, "rewrite": rewrite.replace("\\", "\\\\"), **KIND}
    return table | ({"when": re.escape(source)} if source else {}), _is_withdrawn(value)


def _cells(value: object, names: tuple[str, ...]) -> list[str] | None:
    cells = [storable(value.get(name, ""), LONGEST_TERM) for name in names] if isinstance(value, Mapping) else []
    told = [cell for cell in cells if cell is not None]
    return told if len(told) == len(names) else None


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(form for part in FORMS.split(cell) if (form := " ".join(part.split())))


def _is_withdrawn(value: object) -> bool:
    return isinstance(value, Mapping) and value.get("withdrawn") is True
