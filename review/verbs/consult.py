"""The verbs about what others say of an article: other translations, added or fetched, and judges that are asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from review import flow
from review.errors import UnreadableFile, UnrelatedText, UnstorableValue, WrongSetting
from review.host.progress import Progress, unseen
from review.texts.formats import is_pair_table
from review.types import Article, Text, Translation

if TYPE_CHECKING:
    from review.judgements import Review
    from review.services.judges import Consulted, Judge
    from review.services.translators import Offer
    from review.store import Store

TELLING = 20
"""Beads from which on their confidence says something of a document; see `align/confidence.py`."""


def add_translation(
    store: Store,
    article_id: str,
    content: bytes,
    name: str,
    *,
    system: str,
    at: datetime,
    by: str,
    anyway: bool = False,
    progress: Progress = unseen,
) -> Article:
    """Add what another system made of an article's source: a text, aligned here, or a table of the article's pairs.

    Its language is that of the translation under review, whose pairs stay as they are. Raises UnknownArticle,
    UnreadableFile, UnstorableValue for a system whose translation is there already, and, unless `anyway`,
    UnrelatedText: what is stored stays, so that another article's translation is better refused.
    """
    article = store.article(article_id)
    _expect_new(article, system)
    if is_pair_table(name):
        made = _of_table(article, content, name, system)
    else:
        text = flow.read_side(content, name, lang=article.translation.text.lang)
        made = _aligned(article, text, system, progress)
        if not anyway:
            _expect_related(article, made)
    return store.add_translation(article_id, made, at=at, by=by)


def offers() -> tuple[Offer, ...]:
    """The services that translate, set or not. Raises WrongSetting."""
    from review.services.settings import ServiceSettings
    from review.services.translators import offers

    return offers(ServiceSettings())


def said_of(offer: Offer, article: Article) -> str:
    """What will be sent where of an article and what it may cost; or what has to be set first."""
    from review.services.translators import to_be_sent

    made = offer.translator
    if made is None:
        return f"Not set: set {offer.needed} before the workbench is started. docs/services.md says how."
    size = f"{to_be_sent(article.source):,} characters"
    return f"Sends the source of this article, {size}, to {made.service.host} ({made.system}). {made.cost}"


def fetch_translation(
    store: Store, article_id: str, service: str, *, at: datetime, by: str, progress: Progress = unseen
) -> Article:
    """Have a service translate an article's source, and add what it made of it.

    Raises UnknownArticle, WrongSetting, ServiceError, and, before anything is sent, UnstorableValue for a system whose
    translation is there already.
    """
    from review.services.settings import ServiceSettings
    from review.services.translators import translated, translator_of

    translator = translator_of(service, ServiceSettings())
    article = store.article(article_id)
    _expect_new(article, translator.system)
    raw = translated(translator, article.source, article.translation.text.lang, progress)
    text = flow.read_side(raw.encode(), f"{translator.id}.txt", lang=article.translation.text.lang)
    return store.add_translation(article_id, _aligned(article, text, translator.system, unseen), at=at, by=by)


@dataclass(frozen=True, slots=True)
class Standing:
    """A judge that is set, and of how many pairs of an article it has judged the texts as they stand."""

    judge: Judge
    judged: int
    pairs: int


def standings(review: Review) -> tuple[Standing, ...]:
    """How far each judge that is set has judged an article; nothing is sent. Raises WrongSetting."""
    from review.services.judges import judges, remembered
    from review.services.settings import ServiceSettings

    pairs = [pair for pair in flow.current_pairs(review) if pair.target.strip()]
    return tuple(
        Standing(judge, sum(remembered(judge, pair) is not None for pair in pairs), len(pairs))
        for judge in judges(ServiceSettings())
    )


def ask_judge(review: Review, judge_id: str, progress: Progress = unseen) -> Consulted:
    """Ask a judge about the pairs of an article, the likeliest to be faulty first; its findings are there from then on.

    What it could not say, and what was left out, is in the failures. Raises WrongSetting for a judge that is not set.
    """
    from review import rank
    from review.services.judges import consulted, judges
    from review.services.settings import ServiceSettings

    found = {judge.id: judge for judge in judges(ServiceSettings())}
    if judge_id not in found:
        raise WrongSetting(f"judge {judge_id!r}: not set; expected: one of {', '.join(found) or 'none'}")
    flags = flow.flags_of(review)
    pairs = sorted(flow.current_pairs(review), key=lambda pair: -rank.risk(pair, flags.of(pair.id)))
    return consulted(found[judge_id], pairs, progress)


def _expect_new(article: Article, system: str) -> None:
    if any(made.system == system for made in article.translations):
        raise UnstorableValue(
            f"article {article.id}: a translation by {system!r} is there already; expected another system"
        )


def _expect_related(article: Article, made: Translation) -> None:
    """Raises UnrelatedText where the alignment is doubtful and that of the translation under review is not.

    Misses it in articles of fewer than TELLING beads.
    """
    from review.align.confidence import confidence, doubt

    reviewed, other = (confidence(each.beads) for each in (article.translation, made))
    if len(made.beads) >= TELLING and doubt(other) and not doubt(reviewed):
        raise UnrelatedText(f"{made.text.origin.name}: {doubt(other)} It is not added, for it could not be taken out.")


def _aligned(article: Article, text: Text, system: str, progress: Progress) -> Translation:
    return Translation(system, text, flow.aligned(article.source, text, progress=progress))


def _of_table(article: Article, content: bytes, name: str, system: str) -> Translation:
    """The translations in a table of pairs; its sources have to be those of the article."""
    lang = article.translation.text.lang
    table = flow.read_table(content, name, source_lang=article.source.lang, target_lang=lang, system=system)
    if [one.text.strip() for one in table.source.segments] != [one.text.strip() for one in article.source.segments]:
        expected = "the segments of the article's source, a row each, or a text without its source"
        raise UnreadableFile(name, "source column", f"{len(table.source.segments)} other segments", expected)
    return replace(table.translation, system=system)
