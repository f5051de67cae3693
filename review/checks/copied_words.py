"""Source words copied into the translation, for languages that share a script.

A run of at least three words that stand so in the source, with at least three of them in lower case, is marked:
names and titles are mostly capitals, and figures and addresses are no words. Where the common words of the source's
language are known, one of them must be in the run, for both languages may borrow a term. In quotes it weighs less.

Misses single words and pairs of words, and copies with changed spelling.
"""

from __future__ import annotations

from collections.abc import Iterator

from review.checks.base import Check, Example
from review.checks.reading import glance
from review.checks.reading.tongue import same_language, share_script, tongue
from review.checks.reading.words import Places, Word, addresses, listed, words, written
from review.types import Mark, Pair, Span

RUN = 3
LOWER_CASE = 3
QUOTED = 0.4
FUNCTION_WORDS = {
    "de": frozenset(
        listed(
            "der die das und ist nicht mit von zu im in den dem des ein eine auf für als auch sich wurde wird "
            "werden hat sind war bei nach aus um durch über am zum zur dass oder es gestern heute"
        )
    ),
    "en": frozenset(
        listed(
            "the and of to in is was are for on with that as at by it from be has have not or up can will "
            "this which were been an but into their his her"
        )
    ),
    "fr": frozenset(
        listed(
            "le la les et de des du un une est pas avec pour dans sur par au aux qui que ce cette sont a été "
            "en il elle ne plus ou son sa"
        )
    ),
    "es": frozenset(
        listed(
            "el la los las y de del un una es no con por para en que se su al lo como más fue ha son desde "
            "hoy o este esta"
        )
    ),
    "pt": frozenset(
        listed(
            "o a os as e de do da dos das um uma é não com por para em que se no na ao foi são mais como ou este esta"
        )
    ),
    "it": frozenset(
        listed(
            "il lo la i gli le e di del della un una è non con per in che si al alla da dal sono stato più "
            "come o questo"
        )
    ),
    "nl": frozenset(
        listed(
            "de het een en van is niet met voor in op te dat die zijn was aan door bij ook als naar uit om werd worden"
        )
    ),
}
OPENING = '"“„«‘「『('


def find(pair: Pair) -> Iterator[Mark]:
    if same_language(pair.source_lang, pair.target_lang) or not share_script(pair.source_lang, pair.target_lang):
        return
    if len(glance.words(pair.source) & glance.words(pair.target)) < LOWER_CASE:
        return
    if _grams(pair.source).isdisjoint(_grams(pair.target)):
        return
    source, target = _words(pair.source), _words(pair.target)
    known = {_gram(source, place) for place in range(len(source) - RUN + 1)}
    for first, last in _runs(target, known, pair.target):
        run = target[first : last + 1]
        if len({word.text for word in run if _is_plain(word.text)}) < LOWER_CASE or not _is_prose(
            run, pair.source_lang
        ):
            continue
        span = Span(run[0].span.start, run[-1].span.end)
        quoted = span.start > 0 and pair.target[span.start - 1] in OPENING
        yield Mark(span, f"Words copied from the source: {span.of(pair.target)}.", score=QUOTED if quoted else None)


def _grams(text: str) -> set[tuple[str, ...]]:
    found = written(text)
    return set(zip(found, found[1:], found[2:], strict=False))


def _is_prose(run: list[Word], lang: str) -> bool:
    """Whether a function word of the source's language is among them; terms borrowed by both languages have none."""
    known = FUNCTION_WORDS.get(tongue(lang).tag)
    return known is None or any(word.text in known for word in run)


def _words(text: str) -> list[Word]:
    places = Places(word.span for word in addresses(text))
    return [word for word in words(text) if not places.touch(word.span)]


def _gram(found: list[Word], place: int) -> tuple[str, ...]:
    return tuple(word.text for word in found[place : place + RUN])


def _runs(found: list[Word], known: set[tuple[str, ...]], text: str) -> Iterator[tuple[int, int]]:
    """First and last word of each longest run whose every three neighbours stand so in the source."""
    first = -1
    for place in range(len(found) - RUN + 2):
        copied = place <= len(found) - RUN and _gram(found, place) in known and _joined(found, place, text)
        if copied and first < 0:
            first = place
        elif not copied and first >= 0:
            yield first, place + RUN - 2
            first = -1


def _joined(found: list[Word], place: int, text: str) -> bool:
    """Whether only spaces and marks part the words, so that formulas and code are no run."""
    gap = text[found[place].span.end : found[place + RUN - 1].span.start]
    return not any(sign in gap for sign in "=_/\\{}<>|\n")


def _is_plain(word: str) -> bool:
    return word[0].islower() and len(word) > 1


CHECK = Check(
    id="copied-words",
    name="Source words copied",
    description="Three or more words of the source that stand unchanged in the translation and are no name.",
    category="accuracy/source language fragment",
    its="untranslated",
    severity="major",
    score=0.85,
    version=1,
    find=find,
    examples=(
        Example(
            "Die neue Brücke wurde gestern feierlich eröffnet.",
            "The new bridge wurde gestern feierlich opened.",
            ("wurde gestern feierlich",),
            "de",
            "en",
        ),
        Example(
            "La biblioteca abre sus puertas desde hoy mismo.",
            "The library opens its doors desde hoy mismo.",
            ("desde hoy mismo",),
            "es",
            "en",
        ),
        Example(
            "Visitors can borrow up to ten books.",
            "Besucher can borrow up to zehn Bücher.",
            ("can borrow up to",),
            "en",
            "de",
        ),
        Example(
            "Das Museum für Kunst und Gewerbe lädt ein.",
            "The Museum für Kunst und Gewerbe invites you.",
            (),
            "de",
            "en",
        ),
        Example(
            "Siehe https://example.org/a/b/c und Anhang.", "See https://example.org/a/b/c and annex.", (), "de", "en"
        ),
        Example("Der Film läuft in Berlin.", "The film is showing in Berlin.", (), "de", "en"),
    ),
)
