"""The outbox is read with suspicion, judged in order, and answered act by act."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.checks.project import Term
from review.errors import RealignedPair, StaleJudgement, StoreUnavailable, UnknownArticle, Unrepairable
from review.history import review_of
from review.judgements import (
    Comment,
    Correction,
    Dismissal,
    Draft,
    ErrorSpan,
    Judgement,
    Repair,
    SegmentScore,
    StatusChange,
)
from review.store import Store
from review.types import Span
from review.ui.component.deciding import LONGEST_TERM
from review.ui.component.mending import MOST_ERRORS
from review.ui.component.operations import MOST_ACTS, Act, act_ids, answer_all, read_acts
from review.ui.component.strings import LONGEST_TEXT
from review.verbs.helping import Decision
from tests.reviewed import LIBRARY, article_of

NIGHT = Term("夜 校", ("evening school", "class", "x"))
AT = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
ID = "00000000-0000-4000-8000-00000000000a"
PAIRS = {"p1", "p2"}
SENT = {"side": "target", "start": 3, "end": 5, "text": "😀a", "category": "fluency/grammar", "severity": "minor"}
MENDED = ErrorSpan(Span(3, 5), "😀a", "fluency/grammar", "minor")
TAKEN_BACK = replace(MENDED, withdrawn=True)
WRONG: tuple[dict[str, object], ...] = (
    {"start": 6},
    {"start": True},
    {"end": 5.0},
    {"end": None},
    {"text": "half \ud83d"},
    {"category": "x" * 201},
    {"severity": "fatal"},
    {"severity": ["minor"]},
    {"side": "both"},
)


MARK = {
    "side": "target",
    "start": 3,
    "end": 5,
    "text": "😀a",
    "category": "fluency/grammar",
    "severity": "minor",
    "note": "",
}
NEEDED = ("side", "start", "end", "text", "category", "severity")
MARKED = ErrorSpan(Span(3, 5), "😀a", "fluency/grammar", "minor")


def act(**given: Any) -> dict[str, Any]:
    return {"id": ID, "seq": 1, "pair": "p1", "version": 0, "op": "draft", "value": "x"} | given


def read(*acts: Any) -> Any:
    return read_acts({"acts": list(acts)}, article="a1", pairs=PAIRS, reviewer="Ana", at=AT)


@pytest.mark.parametrize(
    ("op", "value", "expected"),
    [
        ("correct", {"text": "new", "accepted": "k"}, Correction("new", "k")),
        ("correct", {"text": ""}, Correction("")),
        (
            "correct",
            {"text": "new", "errors": [SENT], "guessed": [SENT]},
            Correction("new", "", "", (MENDED,), (MENDED,)),
        ),
        ("correct", {"text": "x", "errors": [SENT | {"withdrawn": True}]}, Correction("x", errors=(TAKEN_BACK,))),
        ("draft", "half a sen", Draft("half a sen")),
        ("dismiss", "check|target|0|the the", Dismissal("check|target|0|the the")),
        ("restore", "check|target|0|the the", Dismissal("check|target|0|the the", restored=True)),
        ("dismiss", {"pattern": "c|target|*|the", "scope": "article"}, Dismissal("c|target|*|the", scope="article")),
        ("restore", {"pattern": "c", "scope": "everywhere"}, Dismissal("c", restored=True, scope="everywhere")),
        ("status", "approved", StatusChange("approved")),
        ("status", "question", StatusChange("question")),
        ("status", "unreviewed", StatusChange("unreviewed")),
        ("comment", {"text": "Why <b>?", "about": ""}, Comment("Why <b>?")),
        ("comment", {"text": "Yes.", "about": "c1", "turn": "said"}, Comment("Yes.", "c1")),
        ("comment", {"about": "c1", "turn": "resolved"}, Comment(about="c1", turn="resolved")),
        ("comment", {"about": "c1", "turn": "withdrawn"}, Comment(about="c1", turn="withdrawn")),
        ("carry", {"text": "new", "action": "c1"}, Correction("new", action="c1")),
        ("mark", MARK, MARKED),
        ("mark", MARK | {"note": "why"}, replace(MARKED, note="why")),
        ("mark", MARK | {"category": "", "side": "source"}, replace(MARKED, category="", side="source")),
        ("mark", MARK | {"start": 3, "end": 3, "text": ""}, replace(MARKED, span=Span(3, 3), text="")),
        ("withdraw", MARK, replace(MARKED, withdrawn=True)),
        ("score", 0, SegmentScore(0)),
        ("score", 100, SegmentScore(100)),
        ("score", "", SegmentScore(None)),
    ],
)
def test_acts_become_judgements(op: str, value: object, expected: object) -> None:
    judgements, refusals = read(act(op=op, value=value, version=3))
    assert judgements == (Judgement(ID, "p1", 3, "Ana", AT, expected),)  # type: ignore[arg-type]
    assert refusals == ()


@pytest.mark.parametrize(
    ("op", "value", "made"),
    [
        ("term", {"source": " 夜  校", "preferred": "evening school|class\nx"}, NIGHT),
        ("term", {"forbidden": "the masses", "note": "a\tb"}, Term("", (), ("the masses",), note="a b")),
        (
            "rule",
            {"phrase": "night", "rewrite": "a\\b", "reason": "House style.", "source": "夜("},
            {
                "phrase": "night",
                "reason": "House style.",
                "rewrite": "a\\\\b",
                "severity": "minor",
                "category": "terminology/inappropriate for context",
                "when": "夜\\(",
            },
        ),
    ],
)
@pytest.mark.parametrize("withdrawn", [False, True])
def test_acts_become_decisions(op: str, value: dict[str, str], made: object, *, withdrawn: bool) -> None:
    acts, refusals = read(act(op=op, value={**value, "withdrawn": withdrawn}))
    assert acts == (Decision(ID, "p1", "Ana", AT, made, withdrawn),)  # type: ignore[arg-type]
    assert refusals == ()


def test_what_is_carried_over_may_be_of_another_article() -> None:
    elsewhere = act(pair="other/7", op="carry", value={"text": "new", "action": "c1"})
    (carried,), _ = read(elsewhere)
    assert carried.pair == "other/7"
    assert read(act(pair="other/7", op="correct", value={"text": "new"}))[0] == ()
    assert read({**elsewhere, "pair": "no\0pair"})[0] == ()


@pytest.mark.parametrize(
    "hostile",
    [
        act(op="comment", value={"text": " \n"}),
        act(op="comment", value={"text": "x", "turn": "shouted"}),
        act(op="comment", value={"turn": "resolved"}),
        act(op="comment", value="x"),
        act(op="carry", value={"text": "new"}),
        act(op="carry", value={"text": "new", "action": 7}),
        act(op="term", value={"source": "x"}),
        act(op="term", value={"preferred": "x"}),
        act(op="term", value={"source": "x", "preferred": "y" * (LONGEST_TERM + 1)}),
        act(op="term", value=["x"]),
        act(op="rule", value={"phrase": "x"}),
        act(op="rule", value={"phrase": " ", "reason": "x"}),
        act(op="drop"),
        act(op=None),
        act(op=["draft"]),
        act(op="__class__"),
        act(pair="p9"),
        act(pair=None),
        act(pair={"p1": 1}),
        act(version=-1),
        act(version="0"),
        act(version=True),
        act(version=None),
        act(value=None),
        act(value=7),
        act(value="half \ud83d a character"),
        act(value="nul \x00"),
        act(value="x" * (LONGEST_TEXT + 1)),
        act(op="correct", value="text"),
        act(op="correct", value={}),
        act(op="correct", value={"text": "t", "accepted": 3}),
        act(op="correct", value={"text": "t", "errors": {}}),
        act(op="correct", value={"text": "t", "errors": [SENT] * (MOST_ERRORS + 1)}),
        act(op="correct", value={"text": "t", "errors": ["error"]}),
        act(op="correct", value={"text": "t", "guessed": [SENT, None]}),
        *(act(op="correct", value={"text": "t", "errors": [SENT | wrong]}) for wrong in WRONG),
        act(op="dismiss", value=""),
        act(op="dismiss", value={"pattern": "c", "scope": "here"}),
        act(op="dismiss", value={"pattern": "c", "scope": ["everywhere"]}),
        act(op="dismiss", value={"scope": "everywhere"}),
        act(op="mark", value="text"),
        act(op="mark", value={}),
        *(act(op="mark", value={name: field for name, field in MARK.items() if name != gone}) for gone in NEEDED),
        act(op="mark", value=MARK | {"side": "both"}),
        act(op="mark", value=MARK | {"severity": "fatal"}),
        act(op="mark", value=MARK | {"severity": ["minor"]}),
        act(op="mark", value=MARK | {"start": 6}),
        act(op="mark", value=MARK | {"start": -1}),
        act(op="mark", value=MARK | {"start": True}),
        act(op="mark", value=MARK | {"end": 5.0}),
        act(op="mark", value=MARK | {"text": "half \ud83d"}),
        act(op="mark", value=MARK | {"note": None}),
        act(op="mark", value=MARK | {"note": "x" * 6000}),
        act(op="withdraw", value=MARK | {"text": 3}),
        act(op="score", value=101),
        act(op="score", value=-1),
        act(op="score", value=50.5),
        act(op="score", value=True),
        act(op="score", value=None),
        act(op="score", value="70"),
        act(op="status", value="in work"),
        act(op="status", value=["approved"]),
    ],
    ids=str,
)
def test_what_is_no_act_is_refused_with_a_reason(hostile: dict[str, Any]) -> None:
    judgements, refusals = read(hostile)
    assert judgements == ()
    assert [refusal.id for refusal in refusals] == [ID]
    assert refusals[0].reason


@pytest.mark.parametrize("outbox", [None, 3, "acts", [], {}, {"acts": None}, {"acts": "x"}, {"acts": {"id": ID}}])
def test_what_is_no_outbox_holds_nothing(outbox: object) -> None:
    assert read_acts(outbox, article="a1", pairs=PAIRS, reviewer="Ana", at=AT) == ((), ())


@pytest.mark.parametrize("nameless", [None, 1, "act", [], {}, act(id=None), act(id=7), act(id="x"), act(id=ID + "\n")])
def test_acts_without_an_id_are_passed_over(nameless: object) -> None:
    judgements, refusals = read(nameless, act())
    assert len(judgements) == 1
    assert refusals == ()


def test_acts_are_taken_in_the_order_in_which_they_were_made() -> None:
    ids = [str(uuid.UUID(int=number)) for number in range(4)]
    made = [act(id=ids[0], seq=3), act(id=ids[1], seq=1), act(id=ids[2], seq=2), act(id=ids[3], seq="last")]
    assert [judgement.id for judgement in read(*made)[0]] == [ids[3], ids[1], ids[2], ids[0]]


def test_an_endless_outbox_is_read_in_parts() -> None:
    endless = [act(id=str(uuid.UUID(int=number)), seq=number) for number in range(MOST_ACTS + 5)]
    assert len(read(*endless)[0]) == MOST_ACTS


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
)


@given(JSON, st.fixed_dictionaries(dict.fromkeys(("seq", "pair", "version", "op", "value"), JSON)))
def test_no_outbox_breaks_the_reader(outbox: object, fields: dict[str, object]) -> None:
    read_acts(outbox, article="a1", pairs=PAIRS, reviewer="Ana", at=AT)
    judgements, refusals = read({"id": ID, **fields})
    assert len(judgements) + len(refusals) == 1


def test_each_act_is_answered_and_the_rest_goes_on(tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path / 'store.db'}")
    article = store.add(article_of(LIBRARY, article_id="lib"), at=AT, by="Ana")
    pair = article.translation.beads[1].id
    ids = [str(uuid.UUID(int=number)) for number in range(4)]
    sent = [
        act(id=ids[0], seq=0, pair=pair, op="correct", value={"text": "first"}),
        act(id=ids[1], seq=1, pair=pair, op="correct", value={"text": "too late"}),
        act(id=ids[2], seq=0.5, pair=pair, version=1, op="status", value="approved"),
        act(id=ids[3], seq=3, pair="nowhere"),
    ]
    acts, refusals = read_acts({"acts": sent}, article=article.id, pairs={pair}, reviewer="Ana", at=AT)
    judgements = [act for act in acts if isinstance(act, Judgement)]
    answers = answer_all(judgements, refusals, store.append)
    assert [answer.outcome for answer in answers] == ["refused", "saved", "saved", "stale"]
    assert (answers[3].theirs, answers[3].version) == ("first", 1)
    state = review_of(store.article(article.id), store.judgements(article.id)).states[1]
    assert (state.text, state.status, state.version) == ("first", "approved", 1)
    assert answer_all(judgements, refusals, store.append) == answers


@pytest.mark.parametrize(
    ("error", "outcome"), [(StaleJudgement("p1", 0, 2, "theirs", "mine"), "stale"), (UnknownArticle("gone"), "refused")]
)
def test_our_errors_become_answers(error: Exception, outcome: str) -> None:
    def judge(_: Judgement) -> Judgement:
        raise error

    judgements, _ = read(act())
    assert answer_all(judgements, (), judge)[0].outcome == outcome


def test_what_a_failing_store_does_not_take_has_no_answer() -> None:
    def judge(judgement: Judgement) -> Judgement:
        if judgement.id == ids[1]:
            raise StoreUnavailable("disk full")
        return judgement

    ids = [str(uuid.UUID(int=number)) for number in range(3)]
    judgements, _ = read(*(act(id=id_, seq=number) for number, id_ in enumerate(ids)))
    assert [answer.id for answer in answer_all(judgements, (), judge)] == ids[:1]


def test_acts_that_were_answered_are_not_read_again() -> None:
    sent = {"acts": [act(), act(id=ID.replace("a", "b"), seq=2)]}
    assert act_ids(sent) == (ID, ID.replace("a", "b"))
    judgements, _ = read_acts(sent, article="a1", pairs=PAIRS, reviewer="Ana", at=AT, known={ID})
    assert [judgement.id for judgement in judgements] == [ID.replace("a", "b")]


def test_what_builds_on_a_stale_act_is_stale_too() -> None:
    def judge(judgement: Judgement) -> Judgement:
        if judgement.version != 1:
            raise StaleJudgement("p1", judgement.version, 1, "theirs", "mine")
        return judgement

    ids = [str(uuid.UUID(int=number)) for number in range(4)]
    first = act(id=ids[0], seq=0, op="correct", value={"text": "one"})
    second = act(id=ids[1], seq=1, op="correct", value={"text": "two"}, version=1)
    third = act(id=ids[2], seq=2, op="dismiss", value="key", version=2)
    marked = act(id=str(uuid.UUID(int=4)), seq=4, op="mark", value=MARK, version=1)
    scored = act(id=str(uuid.UUID(int=5)), seq=5, op="score", value=70, version=1)
    elsewhere = act(id=ids[3], seq=3, pair="p2", op="correct", value={"text": "x"}, version=1)
    judgements, _ = read(first, second, elsewhere)
    together = answer_all(judgements, (), judge)
    assert [answer.outcome for answer in together] == ["stale", "stale", "saved"]
    later, _ = read(second, third, marked, scored)
    assert [answer.outcome for answer in answer_all(later[:1], (), judge, together[:1])] == ["stale"]
    told = [(answer.op, answer.outcome) for answer in answer_all(later[2:], (), judge, together[:1])]
    assert told == [("mark", "stale"), ("score", "stale")]


def test_repairs_are_read_and_answered() -> None:
    def take(repair: Repair) -> Repair:
        if repair.kind == "split":
            raise Unrepairable("a single sentence")
        if repair.pair == "p2":
            raise RealignedPair("p2", 0, 0, "", "")
        return repair

    ids = [str(uuid.UUID(int=number)) for number in range(5)]
    sent = [("p1", "merge"), ("p1", "split"), ("p2", "source up"), ("p1", "drop"), ("p9", "merge")]
    given = (act(id=id_, op="repair", pair=pair, value=kind) for id_, (pair, kind) in zip(ids, sent, strict=True))
    repairs, refusals = read(*given)
    assert repairs[0] == Repair(ids[0], "a1", "p1", "merge", "Ana", AT)
    answers = {answer.id: answer for answer in answer_all(repairs, refusals, take)}
    assert [answers[id_].outcome for id_ in ids] == ["saved", "refused", "stale", "refused", "refused"]
    assert (answers[ids[0]].op, answers[ids[0]].at, answers[ids[2]].gone) == ("repair", AT.isoformat(), True)
    assert answers[ids[1]].reason == "a single sentence"


def test_a_repair_that_builds_on_a_stale_act_is_stale_too() -> None:
    def take(_: Act) -> Act:
        raise StaleJudgement("p1", 0, 1, "theirs", "mine")

    ids = [str(uuid.UUID(int=number)) for number in range(2)]
    acts, _ = read(act(id=ids[0], op="correct", value={"text": "x"}), act(id=ids[1], seq=2, op="repair", value="merge"))
    (first, *_) = answer_all(acts[:1], (), take)
    assert [answer.outcome for answer in answer_all(acts[1:], (), take, [first])] == ["stale"]
    assert not first.gone
