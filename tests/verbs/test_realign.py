"""An alignment made again keeps what reviewers have settled, and one pair can be mended by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from review import flow
from review.article import corrected_text
from review.errors import RealignedPair, StaleAlignment, UnknownArticle, Unrepairable
from review.judgements import (
    Comment,
    Correction,
    Dismissal,
    Draft,
    ErrorSpan,
    Judgement,
    Repair,
    RepairKind,
    StatusChange,
    Value,
)
from review.shell.commands import realign_article
from review.store import Store
from review.store.connect import transaction
from review.store.schema import ALIGNMENTS
from review.types import Article, Bead, Side, Span
from review.verbs.realign import CERTAIN, realign, repair, settled, take_back
from review.verbs.samples import samples
from tests.align.test_encoded import GOLD, made
from tests.align.test_known import confirmed
from tests.reviewed import article_of
from tests.store.examples import NOON, fresh_store, judgement
from tests.test_teaching import add, judge

Runs = list[tuple[tuple[int, ...], tuple[int, ...]]]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("MTREVIEW_DB", f"sqlite:///{tmp_path / 'mtreview.db'}")
    with fresh_store(tmp_path) as opened:
        yield opened


def runs(article: Article) -> Runs:
    return [(bead.source, bead.target) for bead in article.translation.beads]


def by_twos(article: Article) -> Article:
    """The article with each two of its beads as one, which no aligner would make of it."""
    beads = article.translation.beads
    pairs = zip(beads[::2], beads[1::2], strict=False)
    joined = [Bead(one.source + other.source, one.target + other.target) for one, other in pairs]
    return replace(article, translations=(replace(article.translation, beads=(*joined, *beads[len(joined) * 2 :])),))


@pytest.fixture(scope="module")
def sample() -> Article:
    return next(article for article in samples() if article.source.lang == "zh" and "Exhibition" in article.title)


SETTLING: list[tuple[Value, ...]] = [
    (StatusChange("approved"),),
    (Correction("Quite other words."), Draft("Quite other wor")),
    (Draft("Being wri"),),
    (StatusChange("question"),),
]


@pytest.mark.parametrize("said", SETTLING, ids=str)
def test_only_unreviewed_stretches_change(store: Store, sample: Article, said: tuple[Value, ...]) -> None:
    wrong = store.add(by_twos(sample), at=NOON, by="ann")
    fixed = wrong.translation.beads[4]
    for value in said:
        store.append(judgement(fixed.id, value, version=len(said) - 1 if isinstance(value, Draft) else 0))
    before = flow.review_of(store, wrong.id).states[4]
    done = realign(store, wrong.id, at=NOON, by="bob")
    assert fixed in done.article.translation.beads
    assert [state for state in flow.review_of(store, wrong.id) if state.pair.id == fixed.id] == [before]
    free = [run for run in runs(sample) if run[0][0] not in fixed.source and run[1][0] not in fixed.target]
    assert set(free) <= set(runs(done.article))
    kept = set(wrong.translation.beads) & set(done.article.translation.beads)
    assert kept == {fixed, wrong.translation.beads[-1]}
    assert (done.settled, done.new) == (1, len(runs(done.article)) - len(kept))
    assert store.article(wrong.id) == done.article


def test_what_is_right_already_stays_and_nothing_is_stored(store: Store, sample: Article) -> None:
    added = store.add(sample, at=NOON, by="ann")
    store.append(judgement(added.translation.beads[3].id, StatusChange("approved")))
    assert realign(store, added.id, at=NOON, by="bob").new == 0
    with transaction(store.engine) as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(ALIGNMENTS)).scalar() == 1


def test_around_a_mended_pair_all_else_stays(store: Store, sample: Article) -> None:
    added = store.add(sample, at=NOON, by="ann")
    mended = repair(store, asked(added, 6, "merge"))
    again = realign(store, added.id, at=NOON, by="bob")
    assert (again.settled, again.new) == (1, 0)
    before, after = added.translation.beads, mended.translation.beads
    assert (after[:6], after[7:]) == (before[:6], before[8:])
    assert settled(flow.review_of(store, added.id)) == (after[6],)
    words = {text for bead in before[6:8] for text in rendered(added, bead)}
    assert len(words & rendered(mended, after[6])) > len(words) / 2


def rendered(article: Article, bead: Bead) -> set[tuple[str, str]]:
    """The words that speak for a bead."""
    source, target = article.source.raw, article.translation.text.raw
    return {(word.source.of(source), word.target.of(target)) for word in bead.words}


def test_what_reviewers_confirm_makes_it_better(store: Store) -> None:
    source, target = made()
    article = store.add(flow.paired(source, target, title="Taught late"), at=NOON, by="ann")
    assert not set(GOLD) & set(runs(article))
    taught = add(store, confirmed())
    judge(store, taught, [StatusChange("approved")] * len(taught.translation.beads))
    assert runs(realign(store, article.id, at=NOON, by="bob").article) == GOLD


def test_settled_pairs_without_words_on_a_side_stay(store: Store) -> None:
    table = "source,target\n1998年有35人。,In 1998 there were 35.\n猫在睡觉。,\n2007年有12人。,In 2007 there were 12.\n"
    article = store.add(flow.read_table(table.encode(), "t.csv", source_lang="zh", target_lang="en"), at=NOON, by="ann")
    empty = article.translation.beads[1]
    store.append(judgement(empty.id, StatusChange("approved")))
    assert empty in realign(store, article.id, at=NOON, by="bob").article.translation.beads


class Busy(Store):
    """A store in which somebody approves a pair just after its judgements were read."""

    def judgements(self, article_id: str) -> tuple[Judgement, ...]:
        read = super().judgements(article_id)
        if not read:
            self.append(judgement(f"{article_id}/5", StatusChange("approved")))
        return read


def test_who_judges_meanwhile_is_heard(store: Store, sample: Article) -> None:
    wrong = store.add(by_twos(sample), at=NOON, by="ann")
    with pytest.raises(StaleAlignment):
        repair(Busy(store.engine), asked(wrong, 4, "merge"))
    other = store.add(by_twos(sample), at=NOON, by="ann")
    done = realign(Busy(store.engine), other.id, at=NOON, by="bob")
    assert done.settled == 1
    assert other.translation.beads[4] in done.article.translation.beads


def test_the_shell_realigns(store: Store, sample: Article) -> None:
    wrong = store.add(by_twos(sample), at=NOON, by="ann")
    said = CliRunner().invoke(realign_article, [wrong.id])
    pairs = len(store.article(wrong.id).translation.beads)
    assert (said.exit_code, said.stdout) == (0, f"{wrong.id}: {pairs} pairs, 0 settled, {pairs - 1} new\n")
    assert pairs == len(sample.translation.beads)
    assert isinstance(CliRunner().invoke(realign_article, ["none"]).exception, UnknownArticle)


def asked(article: Article, place: int, kind: RepairKind) -> Repair:
    return Repair("r1", article.id, article.translation.beads[place].id, kind, "bob", NOON)


def small(store: Store, *beads: tuple[tuple[int, ...], tuple[int, ...]]) -> Article:
    """Five sentences on each side, in those beads."""
    article = article_of([(f"第{n}年有{n}人。", f"In {n} there were {n}.") for n in range(5)], title="Small")
    links = tuple(Bead(*bead) for bead in beads)
    return store.add(replace(article, translations=(replace(article.translation, beads=links),)), at=NOON, by="ann")


GIVEN: Runs = [((0,), (0,)), ((1, 2), (1,)), ((), (2,)), ((3,), ()), ((4,), (3, 4))]
REPAIRS: list[tuple[int, RepairKind, Runs]] = [
    (0, "merge", [((0, 1, 2), (0, 1)), *GIVEN[2:]]),
    (2, "merge", [*GIVEN[:2], ((3,), (2,)), GIVEN[4]]),
    (0, "split", [((0,), ()), ((), (0,)), *GIVEN[1:]]),
    (1, "split", [GIVEN[0], ((1,), (1,)), ((2,), ()), *GIVEN[2:]]),
    (4, "split", [*GIVEN[:4], ((4,), (3,)), ((), (4,))]),
    (1, "source down", [GIVEN[0], ((1,), (1,)), ((2,), (2,)), *GIVEN[3:]]),
    (1, "source up", [((0, 1), (0,)), ((2,), (1,)), *GIVEN[2:]]),
    (1, "target up", [((0,), (0, 1)), ((1, 2), ()), *GIVEN[2:]]),
    (2, "target up", [GIVEN[0], ((1, 2), (1, 2)), *GIVEN[3:]]),
    (4, "target up", [*GIVEN[:3], ((3,), (3,)), ((4,), (4,))]),
    (0, "target down", [((0,), ()), ((1, 2), (0, 1)), *GIVEN[2:]]),
]


@pytest.mark.parametrize(("place", "kind", "expected"), REPAIRS)
def test_repairs(store: Store, place: int, kind: RepairKind, expected: Runs) -> None:
    article = small(store, *GIVEN)
    mended = repair(store, asked(article, place, kind))
    assert runs(mended) == expected
    assert mended == store.article(article.id)
    changed = [bead for bead in mended.translation.beads if bead not in article.translation.beads]
    assert changed
    assert all(bead.certainty == CERTAIN and bead.id not in store_ids(article) for bead in changed)
    assert corrected_text(flow.review_of(store, article.id)) == article.translation.text.raw


def store_ids(article: Article) -> set[str]:
    return {bead.id for bead in article.translation.beads}


REFUSED: list[tuple[int, RepairKind, str]] = [
    (4, "merge", "no pair below"),
    (0, "source up", "no pair above"),
    (4, "target down", "no pair below"),
    (2, "split", "a single sentence"),
    (2, "source down", "no source to move"),
    (3, "target up", "no target to move"),
]


@pytest.mark.parametrize(("place", "kind", "said"), REFUSED)
def test_what_cannot_be_mended_is_refused(store: Store, place: int, kind: RepairKind, said: str) -> None:
    article = small(store, *GIVEN)
    with pytest.raises(Unrepairable, match=said):
        repair(store, asked(article, place, kind))
    assert store.article(article.id) == article


def test_a_merger_keeps_corrected_texts(store: Store) -> None:
    article = small(store, *(((n,), (n,)) for n in range(5)))
    store.append(judgement("small/2", Correction("Quite other words."), reviewer="ann"))
    mended = repair(store, asked(article, 1, "merge"))
    (state,) = (state for state in flow.review_of(store, article.id) if state.pair.id == "small/6")
    assert (state.text, state.status, state.version) == ("Quite other words.\nIn 2 there were 2.", "corrected", 1)
    assert runs(mended)[1] == ((1, 2), (1, 2))
    with pytest.raises(Unrepairable, match="only a merger keeps"):
        repair(store, asked(mended, 1, "split"))
    with pytest.raises(RealignedPair, match="small/2 is no more"):
        repair(store, asked(article, 1, "merge"))


def mark(pair: str, text: str, words: str, *, side: Side = "target", version: int = 0, by: str = "ann") -> Judgement:
    start = text.index(words)
    error = ErrorSpan(Span(start, start + len(words)), words, "fluency/grammar", "minor", side)
    return judgement(pair, error, version=version, reviewer=by)


def marked(store: Store, pair: str) -> list[tuple[str, str, int, bool]]:
    """The words that each mark on a pair quotes and covers, by whom, on which version, and whether on an older text."""
    (state,) = (state for state in flow.review_of(store, "small") if state.pair.id == pair)
    told = []
    for said, error in zip(state.marks, state.errors, strict=True):
        text = state.pair.source if error.side == "source" else state.text_at(said.version)
        assert error.span.of(text) == error.text
        told.append((error.text, said.reviewer, said.version, state.is_past(said)))
    return told


def test_marks_go_along_with_their_words(store: Store) -> None:
    article = small(store, *(((n,), (n,)) for n in range(5)))
    for number, words, side in ((2, "In 1", "target"), (3, "were 2", "target"), (3, "有2人", "source")):
        texts = {"target": f"In {number - 1} there were {number - 1}.", "source": f"第{number - 1}年有{number - 1}人。"}
        store.append(mark(f"small/{number}", texts[side], words, side=side))  # type: ignore[arg-type]
    merged = repair(store, asked(article, 1, "merge"))
    assert marked(store, "small/6") == [(words, "ann", 0, False) for words in ("In 1", "were 2", "有2人")]
    repair(store, asked(merged, 1, "split"))
    assert (marked(store, "small/7"), marked(store, "small/8")) == (
        [("In 1", "ann", 0, False)],
        [("were 2", "ann", 0, False), ("有2人", "ann", 0, False)],
    )
    assert repair(store, asked(merged, 1, "undo")) == merged
    assert repair(store, asked(article, 1, "undo")) == article
    assert marked(store, "small/2") == [("In 1", "ann", 0, False)]


def test_a_mark_over_a_cut_stays_with_the_pair_that_is_no_more(store: Store) -> None:
    article = small(store, *GIVEN)
    store.append(mark("small/5", "In 3 there were 3.\nIn 4 there were 4.", "3.\nIn"))
    repair(store, asked(article, 4, "split"))
    assert [marked(store, pair) for pair in ("small/6", "small/7")] == [[], []]
    repair(store, asked(article, 4, "undo"))
    assert marked(store, "small/5") == [("3.\nIn", "ann", 0, False)]


def test_marks_go_along_into_a_corrected_text(store: Store) -> None:
    article = small(store, *(((n,), (n,)) for n in range(5)))
    store.append(mark("small/2", "In 1 there were 1.", "there were"))
    store.append(judgement("small/2", Correction("Quite other words.")))
    store.append(mark("small/2", "Quite other words.", "Quite", version=1, by="bob"))
    store.append(mark("small/3", "In 2 there were 2.", "there were"))
    repair(store, asked(article, 1, "merge"))
    assert marked(store, "small/6") == [
        ("there were", "ann", 0, True),
        ("Quite", "bob", 1, False),
        ("there were", "ann", 1, False),
    ]
    assert repair(store, asked(article, 1, "undo")) == article


def said_of(store: Store, pair: str) -> list[tuple[bool, list[tuple[str, str]]]]:
    """The threads on a pair: whether each is resolved, and its comments with who said them."""
    (state,) = (state for state in flow.review_of(store, "small") if state.pair.id == pair)
    return [
        (thread.resolved is not None, [(each.reviewer, each.value.text) for each in thread.comments])  # type: ignore[union-attr]
        for thread in state.threads
    ]


def test_comments_go_where_most_of_their_pair_goes(store: Store) -> None:
    article = small(store, *GIVEN)
    for id_, by, comment in (
        ("c1", "ann", Comment("Why <b>35</b>?")),
        ("c2", "bob", Comment("As it says.", about="c1")),
        ("c3", "ann", Comment(about="c1", turn="withdrawn")),
        ("c4", "ann", Comment(about="c2", turn="resolved")),
        ("c5", "ann", Comment("And this?")),
    ):
        store.append(replace(judgement("small/2", comment, reviewer=by), id=id_))
    threads = [(True, [("bob", "As it says.")]), (False, [("ann", "And this?")])]
    assert said_of(store, "small/2") == threads
    repair(store, asked(article, 1, "split"))
    assert (said_of(store, "small/6"), said_of(store, "small/7")) == (threads, [])
    repair(store, asked(store.article("small"), 0, "merge"))
    assert said_of(store, "small/8") == threads
    assert flow.review_of(store, "small").states[0].discussed
    for place, before in ((1, store.beads_with(article, "small/6")), (1, article.translation.beads)):
        pair = before[place].id
        repair(store, Repair("r", "small", pair, "undo", "bob", NOON))
    assert store.article("small") == article
    assert said_of(store, "small/2") == threads


def test_a_comment_on_a_pair_that_is_no_more_comes_back(store: Store) -> None:
    article = small(store, *GIVEN)
    repair(store, asked(article, 0, "merge"))
    with pytest.raises(RealignedPair):
        store.append(judgement("small/1", Comment("Too late.")))


def test_a_question_goes_along_and_an_approval_does_not(store: Store) -> None:
    article = small(store, *GIVEN)
    store.append(judgement("small/1", StatusChange("approved")))
    store.append(judgement("small/2", StatusChange("question"), reviewer="ann"))
    store.append(judgement("small/2", Correction("Quite other words."), reviewer="bob"))
    repair(store, asked(article, 0, "merge"))
    repair(store, asked(store.article("small"), 3, "split"))
    assert [state.status for state in flow.review_of(store, "small")][:2] == ["question", "unreviewed"]


DISMISSED: list[tuple[str, RepairKind, dict[str, list[str]]]] = [
    ("doubled|target|1|there", "split", {"small/6": [], "small/7": ["doubled|target|0|there"]}),
    ("doubled|target|0|there", "split", {"small/6": ["doubled|target|0|there"], "small/7": []}),
    ("figure|source|0|有4人", "split", {"small/6": ["figure|source|0|有4人"], "small/7": []}),
    ("doubled|target|1|there", "merge", {"small/6": ["doubled|target|1|there"]}),
    ("cut|target|0|3.\nIn", "split", {"small/6": [], "small/7": []}),
]


@pytest.mark.parametrize(("key", "kind", "kept"), DISMISSED)
def test_dismissals_go_along_with_their_words(
    store: Store, key: str, kind: RepairKind, kept: dict[str, list[str]]
) -> None:
    article = small(store, *GIVEN)
    store.append(judgement("small/5", Dismissal(key)))
    repair(store, asked(article, 4 if kind == "split" else 3, kind))
    found = {state.pair.id: sorted(state.dismissed) for state in flow.review_of(store, "small")}
    assert {pair: found[pair] for pair in kept} == kept


def test_a_dismissal_goes_along_into_a_corrected_text(store: Store) -> None:
    article = small(store, *GIVEN)
    store.append(judgement("small/5", Dismissal("doubled|target|0|there")))
    store.append(judgement("small/2", Dismissal("doubled|target|0|In 1")))
    store.append(judgement("small/1", Correction("There, there were none.")))
    moved_down = repair(store, asked(article, 0, "merge"))
    assert flow.review_of(store, "small").states[0].dismissed == {"doubled|target|0|In 1"}
    assert moved_down.translation.beads[-1].id == "small/5"


def test_what_is_being_written_is_left_alone(store: Store) -> None:
    article = small(store, *GIVEN)
    store.append(judgement("small/2", Draft("Being wri"), reviewer="ann"))
    with pytest.raises(Unrepairable, match="small/2: a draft is open"):
        repair(store, asked(article, 0, "merge"))


def test_repairs_are_undone_one_after_the_other(store: Store) -> None:
    article = small(store, *GIVEN)
    store.append(judgement("small/1", StatusChange("approved")))
    store.append(judgement("small/5", StatusChange("question")))
    states = [article]
    done: list[tuple[int, RepairKind]] = [(0, "merge"), (0, "target down"), (3, "split"), (0, "source down")]
    for place, kind in done:
        states.append(repair(store, asked(states[-1], place, kind)))
    for before, (place, _) in zip(reversed(states[:-1]), reversed(done), strict=True):
        undone = repair(store, asked(before, place, "undo"))
        assert undone == before
        assert repair(store, asked(before, place, "undo")) == before
    said = [state.status for state in flow.review_of(store, article.id)]
    assert said == ["approved", "unreviewed", "unreviewed", "unreviewed", "question"]


def test_only_the_stretch_of_a_repair_is_undone(store: Store) -> None:
    article = small(store, *GIVEN)
    merged = repair(store, asked(article, 0, "merge"))
    split = repair(store, asked(merged, 3, "split"))
    undone = repair(store, asked(article, 0, "undo"))
    assert undone.translation.beads == (*article.translation.beads[:4], *split.translation.beads[3:])


def test_what_was_taken_back_since_hinders_no_undoing(store: Store) -> None:
    article = small(store, *GIVEN)
    made = repair(store, asked(article, 0, "merge")).translation.beads[0].id
    for value in (StatusChange("approved"), StatusChange("unreviewed")):
        store.append(judgement(made, value))
    for version, text in enumerate(("Other words.", "In 0 there were 0.\nIn 1 there were 1.")):
        store.append(judgement(made, Correction(text), version=version))
    assert repair(store, asked(article, 0, "undo")) == article


def test_an_alignment_made_again_is_taken_back(store: Store, sample: Article) -> None:
    wrong = store.add(by_twos(sample), at=NOON, by="ann")
    before = store.alignment(wrong.id)
    realign(store, wrong.id, at=NOON, by="bob")
    done = take_back(store, wrong.id, before, at=NOON, by="bob")
    assert (done.article, done.kept, str(done)) == (wrong, 0, f"{len(wrong.translation.beads)} pairs as before")
    assert store.article(wrong.id) == wrong


def test_what_was_judged_or_mended_since_stays_when_it_is_taken_back(store: Store, sample: Article) -> None:
    wrong = store.add(by_twos(sample), at=NOON, by="ann")
    before = store.alignment(wrong.id)
    fresh = realign(store, wrong.id, at=NOON, by="bob").article
    judged = fresh.translation.beads[0]
    store.append(judgement(judged.id, StatusChange("approved")))
    mended = repair(store, asked(fresh, 9, "merge")).translation.beads[9]
    done = take_back(store, wrong.id, before, at=NOON, by="bob")
    beads = done.article.translation.beads
    assert (done.kept, judged in beads, mended in beads) == (2, True, True)
    assert len(set(beads) & set(wrong.translation.beads)) == len(wrong.translation.beads) - 3
    assert "judged since" in str(done)
    assert corrected_text(flow.review_of(store, wrong.id)) == sample.translation.text.raw


def test_what_was_judged_since_is_not_undone(store: Store) -> None:
    article = small(store, *GIVEN)
    store.append(judgement("small/1", Correction("Quite other words.")))
    repair(store, asked(article, 0, "merge"))
    undone = repair(store, asked(article, 0, "undo"))
    assert undone == article
    repair(store, asked(article, 0, "merge"))
    store.append(judgement("small/7", StatusChange("approved"), version=1))
    with pytest.raises(Unrepairable, match="judged since"):
        repair(store, asked(article, 0, "undo"))
