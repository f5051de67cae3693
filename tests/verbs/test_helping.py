"""What helps at a pair, as the doors ask for it, on a store with two articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from review import flow
from review.checks.project import Glossary, Project, Term
from review.checks.project.reading import read_glossary
from review.checks.rules.own import all_rules
from review.errors import UnreadableFile
from review.judgements import Comment, Correction, Draft, ErrorSpan, Judgement, PairState, Repair, StatusChange, Value
from review.memory.units import Memory
from review.store import Store
from review.types import Article, Pair, Span
from review.verbs import helping
from review.verbs.helping import Decision
from review.verbs.realign import repair
from tests.reviewed import AT, article_of

LATER = AT + timedelta(hours=1)
SIDES = (
    ("夜校今天开学。", "The the night school opens today."),
    ("他上夜校。", "He goes to night school."),
    ("夜校免费。", "This night school is free."),
)
NIGHT = Term("夜校", ("evening school",), ("night school",))
PROJECT = Project(Glossary((NIGHT, Term("夜", ("night",)), Term("学", ()))))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(f"sqlite:///{tmp_path / 'store.db'}")


@pytest.fixture
def article(store: Store) -> Article:
    store.add(article_of(SIDES, title="Other"), at=AT, by="Ana")
    return store.add(article_of(SIDES, title="Mine"), at=AT, by="Ana")


def say(store: Store, article: Article, *said: tuple[int, Value]) -> None:
    versions: dict[int, int] = {}
    for count, (number, value) in enumerate(said):
        pair, version = article.translation.beads[number].id, versions.get(number, 0)
        store.append(Judgement(f"{article.id} {count}", pair, version, "Ana", AT + timedelta(minutes=count), value))
        versions[number] = version + isinstance(value, Correction)


def state_of(store: Store, article: Article, number: int = 0) -> PairState:
    return flow.review_of(store, article.id).states[number]


@pytest.mark.parametrize(
    ("target", "rendered"),
    [("The night school.", False), ("An evening-school.", True), ("Evening schools open.", True), ("", False)],
)
def test_terms_are_told_with_whether_they_are_rendered(target: str, rendered: bool) -> None:
    (hit,) = helping.hits(Pair("p", "夜校开门。", target, "zh", "en"), PROJECT)
    assert (hit.term, hit.span, hit.rendered) == (NIGHT, Span(0, 2), rendered)


def versions(told: helping.History) -> list[helping.Version]:
    return [line for line in told if isinstance(line, helping.Version)]


def test_the_history_goes_on_beyond_a_change_of_the_alignment(store: Store, article: Article) -> None:
    first, second = (bead.id for bead in article.translation.beads[:2])
    say(store, article, (0, Correction("The night school opens.")), (1, Comment("And this?")))
    repair(store, Repair("r1", article.id, first, "merge", "bo", LATER))
    made = store.article(article.id).translation.beads[0].id
    store.append(Judgement("last", made, 1, "cy", LATER + timedelta(1), Correction("Other words.")))
    stretches = store.stretches(store.article(article.id), made)
    told = helping.history(flow.review_of(store, article.id), made, store.judgements(article.id), stretches)
    mended = next(line for line in told if isinstance(line, helping.Mended))
    assert (mended.by, mended.at) == ("bo", LATER)
    assert [(each.judgement.pair, each.former) for each in versions(told)] == [
        (made, False),
        (second, True),
        (first, True),
    ]
    assert versions(told)[0].before.startswith("The night school opens.")
    assert told.index(mended) == 1
    assert store.stretches(article, "none") == ()


def test_the_history_tells_what_was_said_and_what_it_changed(store: Store, article: Article) -> None:
    first, second = "The night school opens.", "The evening school opens."
    say(
        store,
        article,
        (0, Correction(first)),
        (1, Correction("Elsewhere.")),
        (0, Draft("half a")),
        (0, Comment("Why?")),
        (0, Correction(second)),
        (0, StatusChange("approved")),
    )
    review = flow.review_of(store, article.id)
    told = versions(helping.history(review, article.translation.beads[0].id, store.judgements(article.id)))
    assert [(each.before, each.after) for each in told] == [
        (second, second),
        (first, second),
        (first, first),
        (SIDES[0][1], first),
    ]
    assert [type(each.judgement.value) for each in told] == [StatusChange, Correction, Comment, Correction]


def test_a_correction_is_carried_to_the_other_article_until_it_is_taken_back(store: Store, article: Article) -> None:
    say(store, article, (0, Correction("The night school opens today.")))
    memory = helping.renewed(Memory(), store)
    (found,) = helping.carried_over(memory, state_of(store, article))
    assert (found.unit.article, found.text, found.kind) == ("other", "The night school opens today.", "same source")
    assert helping.renewed(memory, store) is memory
    pair = article.translation.beads[0].id
    store.append(Judgement("back", pair, 1, "Ana", AT, Correction(SIDES[0][1])))
    later = helping.renewed(memory, store)
    assert later.shelves["other"] is memory.shelves["other"]
    assert helping.carried_over(later, state_of(store, article)) == ()


def test_what_the_project_has_decided_does_not_recur(
    store: Store, article: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MTREVIEW_RULES", str(tmp_path / "rules.toml"))
    fixed = [(n, Correction(side[1].replace("night", "evening"))) for n, side in enumerate(SIDES)]
    say(store, article, *fixed)
    memory = helping.renewed(Memory(), store)
    pair = helping.current(state_of(store, article))
    (offer,) = helping.recurring(memory, pair, Project(), ())
    assert (offer.old, offer.new, offer.source) == ("night", "evening", "夜校")
    assert helping.recurring(memory, pair, Project(), (offer.pattern,)) == ()
    assert helping.recurring(memory, pair, Project(Glossary((Term("夜", ("x",), ("Night",)),))), ()) == ()
    helping.decide(Decision("d", pair.id, "Ana", AT, {"phrase": "night", "reason": "House style."}))
    assert helping.recurring(memory, pair, Project(), ()) == ()


def test_decisions_are_kept_and_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    glossary, rules = tmp_path / "glossary.tsv", tmp_path / "rules.toml"
    monkeypatch.setenv("MTREVIEW_GLOSSARY", str(glossary))
    monkeypatch.setenv("MTREVIEW_RULES", str(rules))
    table = {"phrase": "night school", "reason": "House style.", "rewrite": "evening school"}
    shipped = len(all_rules(rules))
    for made in (NIGHT, table):
        helping.decide(Decision("d", "p", "Ana", AT, made))
        helping.decide(Decision("d", "p", "Ana", AT, made))
    assert read_glossary(glossary, "zh", "en").terms == (NIGHT,)
    assert len(all_rules(rules)) == shipped + 1
    for made in (NIGHT, table):
        helping.decide(Decision("e", "p", "Ana", AT, made, withdrawn=True))
    assert read_glossary(glossary, "zh", "en").terms == ()
    assert len(all_rules(rules)) == shipped


def test_a_decision_that_no_file_can_hold_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MTREVIEW_GLOSSARY", str(tmp_path / "glossary.tbx"))
    with pytest.raises(UnreadableFile, match="only read"):
        helping.decide(Decision("d", "p", "Ana", AT, NIGHT))


def test_the_errors_that_its_reviewer_stands_by_go_along(store: Store, article: Article) -> None:
    errors = (
        ErrorSpan(Span(4, 8), "the ", "fluency/grammar", "minor"),
        ErrorSpan(Span(14, 20), "school", "terminology", "minor"),
    )
    say(store, article, (0, Correction("The night lessons open today.", errors=errors)))
    pair = article.translation.beads[0].id
    store.append(Judgement("w", pair, 0, "Ana", AT, replace(errors[1], withdrawn=True)))
    (found,) = helping.carried_over(helping.renewed(Memory(), store), state_of(store, article))
    assert found.errors == errors[:1]
