"""What a check is, and how checks are run over pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from review.checks.reading.remembered import together
from review.types import Failure, Finding, Flags, Mark, Pair, Severity, Side


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of texts and what the check marks in it: the quotes in order, () for a clean one.

    `fixed` is the target after the first fix of each mark; None where the check offers none. `before` are the source
    and target of pairs of the same article that come first.
    """

    source: str
    target: str
    marked: tuple[str, ...] = ()
    source_lang: str = "zh"
    target_lang: str = "en"
    fixed: str | None = None
    before: tuple[tuple[str, str], ...] = ()
    alternatives: tuple[str, ...] = ()

    @property
    def pair(self) -> Pair:
        return replace(self._pair("example", self.source, self.target), alternatives=self.alternatives)

    @property
    def article(self) -> tuple[Pair, ...]:
        """The pairs before, and the pair."""
        return (*(self._pair(f"before {n}", *texts) for n, texts in enumerate(self.before)), self.pair)

    def _pair(self, name: str, source: str, target: str) -> Pair:
        return Pair(name, source, target, self.source_lang, self.target_lang, "doc" if self.before else "")


LANGUAGES = 64  # pairs of languages of which the checks that read them are kept at hand


@dataclass(frozen=True, slots=True, eq=False)
class _Rule:
    """What every check states of itself; each is equal to itself alone.

    `category` is Google's MQM category in lower case as `category/subtype`; `its` the ITS 2.0 issue type; `score`
    how likely a mark is an error, 0 to 1; `version` goes up whenever the same text would be marked differently.
    Empty languages mean any. A check that is not `on` runs only when it is asked for.
    """

    id: str
    name: str
    description: str
    category: str
    its: str
    severity: Severity
    score: float
    version: int
    examples: tuple[Example, ...]
    source_langs: tuple[str, ...] = ()
    target_langs: tuple[str, ...] = ()
    on: bool = True

    def reads(self, pair: Pair) -> bool:
        """Whether the check knows the languages of the pair."""
        return self.knows(pair.source_lang, pair.target_lang)

    def knows(self, source_lang: str, target_lang: str) -> bool:
        """Whether the check knows a pair of languages."""
        return _among(source_lang, self.source_langs) and _among(target_lang, self.target_langs)

    def finding(self, pair: Pair, mark: Mark, nth: int) -> Finding:
        """The mark signed; raises ValueError when it lies outside its text."""
        text = pair.text(mark.side)
        if mark.span.end > len(text):
            raise ValueError(f"mark {mark.span} lies outside the {mark.side} of {len(text)} characters")
        return Finding(
            pair=pair.id,
            check=self.id,
            version=self.version,
            category=mark.category or self.category,
            severity=mark.severity or self.severity,
            side=mark.side,
            span=mark.span,
            text=mark.span.of(text),
            reason=mark.reason,
            fixes=mark.fixes,
            score=self.score if mark.score is None else mark.score,
            expected=mark.expected,
            found=mark.found,
            counterpart=mark.counterpart,
            nth=nth,
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Check(_Rule):
    """A check that looks at one pair at a time."""

    find: Callable[[Pair], Iterable[Mark]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ArticleCheck(_Rule):
    """A check that looks at all pairs of an article in order; each mark comes with the index of its pair."""

    find: Callable[[Sequence[Pair]], Iterable[tuple[int, Mark]]]


AnyCheck = Check | ArticleCheck


def run(checks: Sequence[AnyCheck], pairs: Sequence[Pair], seen: Sequence[Flags] | None = None) -> Flags:
    """All that the checks find, in the order of the pairs and, within a pair, of the places: target, then source.

    A check that raises leaves a Failure in the place of its findings there, and the rest goes on.
    Pairs of one `doc` are an article; a pair without is one by itself. `seen` is what the checks that see one pair at a
    time say of each, where that is known.
    """
    seen = seen or looked([check for check in checks if isinstance(check, Check)], pairs)
    found = [list(flags.findings) for flags in seen]
    failures = [failure for flags in seen for failure in flags.failures]
    articles = _articles(pairs)
    for check in checks:
        if isinstance(check, ArticleCheck):
            _run_articlewise(check, pairs, articles, found, failures)
    findings = (finding for of_pair in found for finding in sorted(of_pair, key=_place))
    return Flags(tuple(findings), tuple(failures))


def looked(checks: Sequence[Check], pairs: Sequence[Pair]) -> list[Flags]:
    """What the checks that see one pair at a time say of each: check by check, for some pairs together.

    A check then finds its code and its tables where it has left them, in the nearest memory; pair by pair, with sixty
    checks in turns, a third more time goes by.
    """
    return [flags for some in together(pairs) for flags in _looked(tuple(checks), some)]


def _looked(checks: tuple[Check, ...], pairs: Sequence[Pair]) -> list[Flags]:
    found: list[tuple[list[Finding], list[Failure]]] = [([], []) for _ in pairs]
    for langs, places in _by_languages(pairs).items():
        for check in _readers(checks, *langs):
            find = check.find
            for place in places:
                pair = pairs[place]
                try:
                    if marks := list(find(pair)):
                        found[place][0].extend(signed(check, pair, marks))
                except Exception as error:  # noqa: BLE001 - one check's fault must not silence the others, and is shown
                    found[place][1].append(Failure(check.id, pair.id, f"{type(error).__name__}: {error}"))
    return [Flags(tuple(findings), tuple(failures)) for findings, failures in found]


def _by_languages(pairs: Sequence[Pair]) -> dict[tuple[str, str], list[int]]:
    places: dict[tuple[str, str], list[int]] = {}
    for place, pair in enumerate(pairs):
        places.setdefault((pair.source_lang, pair.target_lang), []).append(place)
    return places


@lru_cache(LANGUAGES)
def _readers(checks: tuple[Check, ...], source_lang: str, target_lang: str) -> tuple[Check, ...]:
    """Those of the checks that know the languages."""
    return tuple(check for check in checks if check.knows(source_lang, target_lang))


def _run_articlewise(
    check: ArticleCheck,
    pairs: Sequence[Pair],
    articles: Sequence[Sequence[int]],
    found: list[list[Finding]],
    failures: list[Failure],
) -> None:
    for article in articles:
        places = [index for index in article if check.reads(pairs[index])]
        try:
            marks: dict[int, list[Mark]] = {}
            for place, mark in check.find([pairs[index] for index in places]) if places else ():
                marks.setdefault(places[place], []).append(mark)
            findings = {index: list(signed(check, pairs[index], made)) for index, made in marks.items()}
        except Exception as error:  # noqa: BLE001 - as above
            failures.append(Failure(check.id, pairs[places[0]].id, f"{type(error).__name__}: {error}"))
            continue
        for index, of_pair in findings.items():
            found[index].extend(of_pair)


def signed(check: AnyCheck, pair: Pair, marks: Iterable[Mark]) -> list[Finding]:
    """The marks as findings in order of place; equal quotes of a side are numbered from 0."""
    made = sorted(marks, key=lambda mark: (mark.side, mark.span))
    if not made:
        return []
    seen: Counter[tuple[Side, str]] = Counter()
    findings = []
    for mark in made:
        quote = (mark.side, mark.span.of(pair.text(mark.side)))
        findings.append(check.finding(pair, mark, seen[quote]))
        seen[quote] += 1
    return findings


def _articles(pairs: Sequence[Pair]) -> list[list[int]]:
    articles: dict[str, list[int]] = {}
    alone = []
    for index, pair in enumerate(pairs):
        if pair.doc:
            articles.setdefault(pair.doc, []).append(index)
        else:
            alone.append([index])
    return [*articles.values(), *alone]


def _place(finding: Finding) -> tuple[bool, int, int]:
    return finding.side == "source", finding.span.start, finding.span.end


@lru_cache(maxsize=4096)
def _among(tag: str, tags: tuple[str, ...]) -> bool:
    return not tags or tag.replace("_", "-").split("-")[0].lower() in tags


def findings_in(check: AnyCheck, example: Example) -> list[Finding]:
    """What the check finds in an example; unlike `run` it raises what the check raises."""
    pair, last = example.pair, len(example.before)
    marks = (
        check.find(pair)
        if isinstance(check, Check)
        else (mark for place, mark in check.find(example.article) if place == last)
    )
    return sorted(signed(check, pair, marks), key=_place)


def repaired(text: str, findings: Sequence[Finding]) -> str:
    """The target with the first fix of each finding that has one put in its place."""
    for finding in sorted(findings, key=lambda finding: finding.span, reverse=True):
        if finding.side == "target" and finding.fixes:
            text = text[: finding.span.start] + finding.fixes[0] + text[finding.span.end :]
    return text
