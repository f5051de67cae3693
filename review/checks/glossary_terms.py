"""Terms of the project's glossary that the translation does not use, or words that it forbids.

A term of the source has to be rendered by one of its preferred forms: English inflections and hyphens for spaces are
the same form. A forbidden form is marked with the preferred one as the fix, a preferred one in other letters of case
where the term asks for that; a term that is not rendered at all is marked in the source.

Misses irregular plurals, and a form that renders something else in the same segment. Off until a glossary is given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from review.checks.base import Check, Example
from review.checks.project.glossary import Glossary, Term, places
from review.types import Mark, Pair, Span

UNRENDERED = 0.6
EXAMPLE = Glossary(
    (
        Term("夜校", ("evening school",), ("night school",)),
        Term("共享单车", ("shared bike", "shared bicycle")),
        Term("数字乡村", ("Digital Village",), case_sensitive=True),
        Term("校", ("campus",)),
        Term("Rathaus", ("town hall",)),
        Term("", ("people",), ("the masses",)),
    )
)


def find(glossary: Glossary, pair: Pair) -> Iterator[Mark]:
    if not glossary.terms or not pair.target.strip():
        return
    for term, span in glossary.named(pair.source):
        yield from _rendered(term, span, pair)
    for term in glossary.always_forbidden:
        yield from _forbidden(term, None, pair)


def _rendered(term: Term, span: Span, pair: Pair) -> Iterator[Mark]:
    marked = tuple(_forbidden(term, span, pair))
    if marked or not term.preferred:
        yield from marked
        return
    if any(places(form, pair.target, case_sensitive=term.case_sensitive) for form in term.preferred):
        return
    other_case = [(form, place) for form in term.preferred for place in places(form, pair.target)]
    for form, place in other_case:
        yield _mark(place, f"The glossary writes “{form}”.", form, place.of(pair.target), span)
    if not other_case:
        form, found = term.preferred[0], span.of(pair.source)
        reason = f"The glossary has “{form}” for {found}; the translation does not use it.{_noted(term)}"
        yield Mark(span, reason, side="source", expected=form, score=UNRENDERED)


def _forbidden(term: Term, span: Span | None, pair: Pair) -> Iterator[Mark]:
    taken = [place for form in term.preferred for place in places(form, pair.target)]
    for form in term.forbidden:
        for place in places(form, pair.target, case_sensitive=term.case_sensitive):
            if not any(place.overlaps(other) for other in taken):
                found = place.of(pair.target)
                right = _like(term.preferred[0], found, form) if term.preferred else ""
                use = f"; use “{term.preferred[0]}”" if term.preferred else ""
                yield _mark(place, f"The glossary rules out “{form}”{use}.{_noted(term)}", right, found, span)


def _mark(place: Span, reason: str, right: str, found: str, counterpart: Span | None) -> Mark:
    return Mark(place, reason, fixes=(right,) if right else (), expected=right, found=found, counterpart=counterpart)


def _like(right: str, found: str, form: str) -> str:
    """The right form with the plural s and the capital of what it replaces."""
    plural = found.casefold() == f"{form.casefold()}s" and right[-1:].isalpha()
    ended = f"{right}s" if plural and not right.endswith("s") else right
    return ended[:1].upper() + ended[1:] if found[:1].isupper() else ended


def _noted(term: Term) -> str:
    return f" {term.note}" if term.note else ""


EXAMPLES = (
    Example(
        "夜校开学。",
        "Night schools open.",
        ("Night schools",),
        fixed="Evening schools open.",
    ),
    Example("共享单车免费。", "Public bikes are free.", ("共享单车",)),
    Example(
        "数字乡村建设。",
        "Building the digital village.",
        ("digital village",),
        fixed="Building the Digital Village.",
    ),
    Example("为人民服务。", "Serve the masses.", ("the masses",), fixed="Serve people."),
    Example("夜校开学。", "The evening-school term begins at evening schools."),
    Example("共享单车免费。", "Shared bicycles are free."),
    Example("Die Rathausuhr steht.", "The clock of the tower stopped.", (), "de", "en"),
    Example("Die Uhr steht.", "The clock stopped.", (), "de", "en"),
)


def check(glossary: Glossary) -> Check:
    """The check with a glossary."""
    return Check(
        id="glossary-terms",
        name="Glossary term not used",
        description="A term that the project's glossary calls otherwise, or a word that it forbids.",
        category="terminology/inappropriate for context",
        its="terminology",
        severity="major",
        score=0.9,
        version=1,
        find=partial(find, glossary),
        on=bool(glossary.terms),
        examples=EXAMPLES,
    )


CHECK = replace(check(EXAMPLE), on=False)
"""The check with the glossary of its examples."""
