"""The store as a reviewer may see it: what pages and files for reviewers read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from review.history import review_of
from review.judged import blind
from review.judged.shares import shares_of
from review.judgements import Correction, Judgement
from review.store.entries import Entry
from review.store.store import Store


@dataclass(frozen=True, slots=True)
class SeenStore(Store):
    """A store of whose articles under blind review is told what a reviewer says of them himself, and nothing else.

    It is for reading: what a reviewer says is stored by the store itself, which counts the texts of all.
    """

    reviewer: str

    @classmethod
    def of(cls, store: Store, reviewer: str) -> SeenStore:
        return cls(store.engine, reviewer)

    def judgements(self, article_id: str) -> tuple[Judgement, ...]:
        """What was said of the article's pairs, as far as the reviewer may see it. Raises UnknownArticle."""
        return blind.shown(Store.judgements(self, article_id), self.events(article_id), self.reviewer)

    def refused(self, article_id: str) -> tuple[Judgement, ...]:
        """The judgements that came too late, as far as the reviewer may see them. Raises UnknownArticle."""
        said = Store.refused(self, article_id)
        if not blind.is_blind(self.events(article_id)):
            return said
        return tuple(judgement for judgement in said if judgement.reviewer == self.reviewer)

    def entries(self) -> tuple[Entry, ...]:
        """All articles as the list shows them, in the order of adding."""
        return self.as_seen(Store.entries(self))

    def entry(self, article_id: str) -> Entry | None:
        """An article as the list shows it; None where there is none of that id."""
        return next(iter(self.as_seen(_listed(Store.entry(self, article_id)))), None)

    def as_seen(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Entries that tell of articles under blind review how far the reviewer has come himself."""
        blinded = blind.blinded(self.events())
        return tuple(self._own(entry) if entry.id in blinded else entry for entry in entries)

    def _own(self, entry: Entry) -> Entry:
        said = self.judgements(entry.id)
        review = review_of(self.article(entry.id), said)
        statuses = Counter(state.status for state in review)
        corrected = [made.at for made in said if isinstance(made.value, Correction)]
        return replace(
            entry,
            corrected=statuses["corrected"],
            approved=statuses["approved"],
            questions=statuses["question"],
            in_work=statuses["in work"],
            shares=shares_of(review, said),
            reworked=entry.released is not None and any(at > entry.released for at in corrected),
            discussed=sum(state.discussed for state in review),
        )


def _listed(entry: Entry | None) -> tuple[Entry, ...]:
    return (entry,) if entry else ()
