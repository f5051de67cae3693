"""What a project decides for all its articles: its glossary and its style sheet."""

from __future__ import annotations

from dataclasses import dataclass, field

from review.checks.project.glossary import Glossary, Term
from review.checks.project.style import Style


@dataclass(frozen=True, slots=True)
class Project:
    """The glossary and the style sheet; the empty project decides nothing."""

    glossary: Glossary = field(default_factory=Glossary)
    style: Style = field(default_factory=Style)


__all__ = ["Glossary", "Project", "Style", "Term"]
