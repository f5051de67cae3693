"""The verbs that both doors call: read, add, look, flag, judge, export, score. Each is one step of the loop.

A verb imports its layer when it is called, so that a command starts with no more than it uses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from review.article import as_title
from review.checking import Checked as Checked
from review.checking import check as check
from review.checking import grammar
from review.checking import project as project
from review.host.progress import Progress, unseen
from review.settings import settings
from review.texts.formats import PairTable, jsonl, read_pairs, read_text
from review.texts.language import detect
from review.texts.segment import divide, lines, tabled
from review.types import Article, Bead, Finding, Flags, Pair, Score, Text, Translation

if TYPE_CHECKING:
    from review.checks.project.precedents import Precedents
    from review.judgements import Judgement, Review
    from review.rank.queue import Outlook, Risks
    from review.scores import Comparison
    from review.store import Store

RESAMPLES = 1000
METRICS = ("bleu", "chrf", "ter")


def read_side(content: bytes, name: str, *, lang: str = "") -> Text:
    """A file as one side of an article; its language is detected where `lang` is empty. Raises UnreadableFile."""
    raw, origin = read_text(content, name)
    return divide(raw, lang or detect(raw), origin)


def read_article(
    source: bytes,
    source_name: str,
    target: bytes,
    target_name: str,
    *,
    source_lang: str = "",
    target_lang: str = "",
    title: str = "",
    system: str = "MT",
    progress: Progress = unseen,
) -> Article:
    """A source and its translation, divided and aligned; its id is given by the store. Raises UnreadableFile."""
    return paired(
        read_side(source, source_name, lang=source_lang),
        read_side(target, target_name, lang=target_lang),
        title=title,
        system=system,
        progress=progress,
    )


def paired(
    source: Text,
    target: Text,
    *,
    title: str = "",
    system: str = "MT",
    store: Store | None = None,
    progress: Progress = unseen,
) -> Article:
    """The article of two texts, aligned here; untitled it is called by the translation's headline."""
    translation = Translation(system, target, aligned(source, target, store=store, progress=progress))
    return Article("", title or headline(target) or source.origin.name, source, (translation,), system)


def aligned(
    source: Text,
    target: Text,
    *,
    store: Store | None = None,
    encoder: str = "",
    anchors: Sequence[Bead] = (),
    words: bool = True,
    progress: Progress = unseen,
) -> tuple[Bead, ...]:
    """The beads of two texts, with the user's word lists, what a store's confirmed pairs teach, and an encoder.

    The folder of an encoder is the settings' where none is given, and there may be none. Raises UnreadableFile for a
    broken list, and UnusableEncoder.
    """
    from review.align.align import align
    from review.align.encoder import load_encoder
    from review.teaching import lexicon_of

    lexicon = lexicon_of(source.lang, target.lang, [settings().lexicons], store)
    folder = encoder or settings().encoder
    known = load_encoder(folder) if folder else None
    return align(source, target, lexicon=lexicon, encoder=known, anchors=anchors, words=words, progress=progress)


def headline(text: Text) -> str:
    """The first line of a text without page furniture, as a title; else the first one, and "" of a blank text."""
    from review.checks.reading.furniture import furniture

    lines = [line.strip() for line in text.raw.splitlines() if line.strip()]
    own = (line for line in lines if not any(furniture(line, text.lang)))
    return as_title(next(own, next(iter(lines), "")))


def read_table(
    content: bytes, name: str, *, source_lang: str = "", target_lang: str = "", title: str = "", system: str = "MT"
) -> Article:
    """The article of a table of pairs, a bead for each row as given. Raises UnreadableFile."""
    table = read_pairs(content, name)
    source = _column(table, "source", source_lang)
    target = _column(table, "target", target_lang)
    translation = Translation(system, target, tuple(Bead((row,), (row,)) for row in range(len(table.rows))))
    return Article("", title or headline(target) or name, source, (translation,), system)


def review_of(store: Store, article_id: str) -> Review:
    """An article and where its review stands. Raises UnknownArticle."""
    from review import history

    return history.review_of(store.article(article_id), store.judgements(article_id), store.dismissed_everywhere())


def current_pairs(review: Review) -> tuple[Pair, ...]:
    """The pairs with their target texts as corrected so far."""
    return tuple(state.current for state in review)


def flags_of(review: Review, precedents: Precedents | None = None) -> Flags:
    """What the checks, and the judges as far as asked, say of the article as it stands, dismissed findings included.

    With `precedents`, also where it renders otherwise what other articles name.
    """
    from review import rulebook
    from review.checks import other_articles
    from review.services.judging import judge_checks

    article = review.article
    bound = project(article.source.lang, article.translation.text.lang)
    compared = (other_articles.check(precedents),) if precedents and precedents.of else ()
    return rulebook.flagged(current_pairs(review), bound, (*judge_checks(), *grammar(), *compared))


def flags_in(store: Store, review: Review) -> Flags:
    """The same of an article of a store, with what the other articles name as it does."""
    return flags_of(review, precedents_of(store, review))


def precedents_of(store: Store, review: Review) -> Precedents:
    """How the other articles of a store render what an article names, where articles are to be compared.

    Only those are read whose sources name it.
    """
    from review.checks.project.precedents import Precedents
    from review.memory.precedents import precedents
    from review.memory.units import Memory, shelf_of

    if not settings().compare:
        return Precedents()
    article = review.article
    own = shelf_of(review)
    named = {written for _, written in own.usages}
    sources = store.sources(article.source.lang).items()
    naming = [id_ for id_, raw in sources if id_ == article.id or any(written in raw for written in named)]
    shelves = {id_: own if id_ == article.id else shelf_of(review_of(store, id_)) for id_ in naming}
    return precedents(Memory(shelves), article.id)


def open_findings(review: Review, flags: Flags) -> tuple[Finding, ...]:
    """The findings that no reviewer has dismissed."""
    states = {state.pair.id: state for state in review}
    return tuple(finding for finding in flags.findings if states[finding.pair].dismissal(finding) is None)


def risks_of(review: Review, flags: Flags) -> Risks:
    """By pair, how likely its text as it stands holds a major error, and why."""
    from review.rank.queue import Risks

    return Risks(review, flags)


def outlook_of(review: Review, flags: Flags) -> Outlook:
    """What is left to read of an article: its expected MQM points, and where the worst fifth is."""
    from review.rank import queue

    return queue.outlook(review, queue.Risks(review, flags))


def judge(store: Store, judgement: Judgement) -> Judgement:
    """Append a judgement; it is on disk when this returns. Raises StaleJudgement, with both texts kept."""
    return store.append(judgement)


def read_lines(content: bytes, name: str, *, lang: str = "") -> Text:
    """A file with a segment a line, blank ones included. Raises UnreadableFile."""
    raw, origin = read_text(content, name)
    return lines(raw, lang or detect(raw), origin)


def rows(stream: Iterable[bytes], name: str) -> Iterator[Pair]:
    """The pairs of a stream of JSON lines; languages that it does not tell are detected. Raises UnreadableFile."""
    for row in jsonl.rows(stream, name):
        yield Pair(
            row.id,
            row.source,
            row.target,
            row.source_lang or detect(row.source),
            row.target_lang or detect(row.target),
            row.doc,
            row.alternatives,
        )


def export_formats() -> tuple[str, ...]:
    """The names of the formats that a corrected article can be written in."""
    from review import export

    return tuple(form.id for form in export.FORMATS)


def checks() -> list[dict[str, str]]:
    """What each check is, whether it is on, and how often it was right. Raises UnreadableFile for a file of rules."""
    from review import rulebook

    return rulebook.checks()


def score_lines(
    hypothesis: Sequence[str],
    reference: Sequence[str],
    *,
    target_lang: str = "en",
    metrics: Sequence[str] = METRICS,
) -> tuple[Score, ...]:
    """Corpus scores of segments against references. Raises UnscorableTexts, UnknownLanguage."""
    from review import scores

    return scores.score(hypothesis, reference, target_lang=target_lang, metrics=metrics)


def compare_lines(
    baseline: Sequence[str],
    hypothesis: Sequence[str],
    reference: Sequence[str],
    *,
    target_lang: str = "en",
    metrics: Sequence[str] = METRICS,
) -> tuple[Comparison, ...]:
    """Corpus scores of two systems and whether chance alone could part them. Raises as score_lines does."""
    from review import scores

    return scores.compare(baseline, hypothesis, reference, target_lang=target_lang, metrics=metrics)


def export_of(store: Store, article_id: str, format_id: str, *, at: datetime) -> bytes:
    """The corrected article as a file of that format. Raises UnknownArticle, UnknownFormat."""
    from review import export

    review = review_of(store, article_id)
    said, events = store.judgements(article_id), store.events(article_id)
    # The checks take longer than all the rest, and most formats tell nothing of what they find.
    flags = flags_in(store, review) if export.format_of(format_id).tells_findings else Flags()
    return export.export(review, format_id, at=at, flags=flags, judgements=said, events=events)


def exports_of(store: Store, articles: Sequence[str], format_id: str, *, at: datetime) -> bytes:
    """Several corrected articles, a file of that format each, in one zip archive. Raises as export_of does."""
    from review import export

    suffix = export.format_of(format_id).suffix
    files = ((f"{article}{suffix}", export_of(store, article, format_id, at=at)) for article in articles)
    return export.archived(files, at)


def scores_of(reviews: Sequence[Review]) -> tuple[Score, ...]:
    """The scores of the machine translations against their corrected texts, pooled, with 95 % intervals.

    Raises UnscorableTexts.
    """
    from review import scores

    return scores.review_scores(reviews, n_bootstrap=RESAMPLES)


def _column(table: PairTable, side: str, lang: str) -> Text:
    cells = [getattr(row, side) for row in table.rows]
    named = {getattr(row, f"{side}_lang") for row in table.rows} - {""}
    told = lang or (named.pop() if len(named) == 1 else "")
    return tabled(cells, told or detect("\n".join(cells)), table.origin)
