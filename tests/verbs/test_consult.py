"""Other translations added to an article: the reviewed pairs stay what they are, and know what others made of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from review import flow, rank
from review.article import pairs_of
from review.errors import ServiceRefused, UnknownArticle, UnreadableFile, UnrelatedText, UnstorableValue, WrongSetting
from review.services.translators import MADE
from review.shell.commands import SERVICES, add_translation, fetch, judge
from review.store import Store
from review.types import Article
from review.verbs import consult
from tests.services.servers import KEY, Server, chat, deepl, serving

AT = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
SOURCE = "市图书馆1998年开放。\n\n2007年有35人。馆长说有12个座位。\n"
TARGET = "The city library opened in 1998.\n\nIn 2007 there were 35 people. The head said there are 12 seats.\n"
OTHER = "The town's library has been open since 1998.\n\nIn 2007, 35 people came, and the curator spoke of 12 seats.\n"
TABLE = "source,target\n市图书馆1998年开放。,A library.\n2007年有35人。,35 people.\n馆长说有12个座位。,12 seats.\n"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    url = f"sqlite:///{tmp_path / 'store.db'}"
    monkeypatch.setenv("MTREVIEW_DB", url)
    monkeypatch.setenv("MTREVIEW_LEXICONS", str(tmp_path))
    opened = Store.open(url)
    yield opened
    opened.close()


@pytest.fixture
def article(store: Store) -> Article:
    made = flow.read_article(SOURCE.encode(), "s.txt", TARGET.encode(), "t.txt", system="NMT", title="Library")
    return store.add(made, at=AT, by="Ana")


def test_another_translation_is_aligned_and_leaves_the_pairs_as_they_are(store: Store, article: Article) -> None:
    both = consult.add_translation(store, article.id, OTHER.encode(), "o.txt", system="B", at=AT, by="Ben")
    assert both.translation == article.translation
    assert both.translations[1].text.raw == OTHER
    assert [pair.id for pair in pairs_of(both)] == [pair.id for pair in pairs_of(article)]
    first, second, third = (pair.alternatives for pair in pairs_of(both))
    assert first == (OTHER.partition("\n")[0],)
    assert second == third == (OTHER.split("\n")[2],)
    assert both == store.article(article.id)


def test_a_table_of_the_pairs_is_another_translation(store: Store, article: Article) -> None:
    both = consult.add_translation(store, article.id, TABLE.encode(), "o.csv", system="B", at=AT, by="Ben")
    assert [pair.alternatives for pair in pairs_of(both)] == [("A library.",), ("35 people.",), ("12 seats.",)]
    with pytest.raises(UnreadableFile, match=r"o\.csv, source column: 1 other segments"):
        consult.add_translation(store, article.id, b"source,target\na,b\n", "o.csv", system="C", at=AT, by="Ben")


def test_a_system_is_added_once_and_nothing_is_paid_twice(
    store: Store, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(deepl) as server:
        monkeypatch.setenv("MTREVIEW_DEEPL_URL", server.url)
        monkeypatch.setenv("MTREVIEW_DEEPL_KEY", KEY)
        both = consult.fetch_translation(store, article.id, "deepl", at=AT, by="Ben")
        assert both.translations[1].text.raw == (
            "[EN-US] 市图书馆1998年开放。\n\n[EN-US] 2007年有35人。馆长说有12个座位。\n"
        )
        sent = sum(len(text) for text in server.seen[0].body["text"])
        (offer,) = (one for one in consult.offers() if one.id == "deepl")
        assert f"Sends the source of this article, {sent} characters, to 127" in consult.said_of(offer, article)
        with pytest.raises(UnstorableValue, match="a translation by 'DeepL' is there already"):
            consult.fetch_translation(store, article.id, "deepl", at=AT, by="Ben")
        assert len(server.seen) == 1


def test_what_a_service_refuses_leaves_the_article_as_it_was(
    store: Store, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(deepl) as server:
        monkeypatch.setenv("MTREVIEW_DEEPL_URL", server.url)
        monkeypatch.setenv("MTREVIEW_DEEPL_KEY", "wrong")
        with pytest.raises(ServiceRefused):
            consult.fetch_translation(store, article.id, "deepl", at=AT, by="Ben")
    with pytest.raises(WrongSetting, match="MTREVIEW_OPENAI_URL and MTREVIEW_OPENAI_MODEL"):
        consult.fetch_translation(store, article.id, "openai", at=AT, by="Ben")
    with pytest.raises(UnknownArticle):
        consult.add_translation(store, "none", b"x", "o.txt", system="B", at=AT, by="Ben")
    assert store.article(article.id) == article


def test_the_key_is_nowhere_in_the_database(
    store: Store, article: Article, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with serving(deepl) as server:
        monkeypatch.setenv("MTREVIEW_DEEPL_URL", server.url)
        monkeypatch.setenv("MTREVIEW_DEEPL_KEY", KEY)
        consult.fetch_translation(store, article.id, "deepl", at=AT, by="Ben")
    store.close()
    assert all(KEY.encode() not in path.read_bytes() for path in tmp_path.iterdir() if path.is_file())


def test_the_shell_adds_and_fetches(
    store: Store, article: Article, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "o.txt").write_text(OTHER, encoding="utf-8")
    said = CliRunner().invoke(add_translation, [article.id, str(tmp_path / "o.txt"), "--system", "B"])
    assert (said.exit_code, said.stdout) == (0, "library: 2 translations, 'B' added\n")
    with serving(deepl) as server:
        monkeypatch.setenv("MTREVIEW_DEEPL_URL", server.url)
        monkeypatch.setenv("MTREVIEW_DEEPL_KEY", KEY)
        said = CliRunner().invoke(fetch, [article.id, "--from", "deepl"])
    assert (said.exit_code, said.stdout) == (0, "library: 3 translations, 'DeepL' added\n")
    assert "characters, to 127.0.0.1" in said.stderr
    assert [made.system for made in store.article(article.id).translations] == ["NMT", "B", "DeepL"]


def test_the_shell_knows_all_services() -> None:
    assert set(SERVICES) == set(MADE)


def judging(instructions: str, question: str) -> str:
    """A model that objects to every head."""
    head = {"span": "The head said", "category": "accuracy/mistranslation", "severity": "major", "reason": "Curator."}
    wrong = [head] if "The head said" in json.loads(question)["translation"] else []
    return json.dumps({"errors": [*wrong, {"span": "nobody said so"}]})


@pytest.fixture
def judge_set(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with serving(chat(judging)) as server:
        monkeypatch.setenv("MTREVIEW_OPENAI_URL", f"{server.url}/v1")
        monkeypatch.setenv("MTREVIEW_OPENAI_KEY", KEY)
        monkeypatch.setenv("MTREVIEW_JUDGE_MODEL", "m-1")
        yield server


def test_a_judge_is_asked_when_told_to_and_then_flags(store: Store, article: Article, judge_set: Server) -> None:
    review = flow.review_of(store, article.id)
    before = flow.flags_of(review)
    assert [(one.judged, one.pairs) for one in consult.standings(review)] == [(0, 3)]
    assert not judge_set.seen
    done = consult.ask_judge(review, "chat-judge")
    assert (done.asked, done.dropped, done.failures) == (3, 3, ())
    new = [finding for finding in flow.flags_of(review).findings if finding not in before.findings]
    assert [(finding.check, finding.text, finding.severity) for finding in new] == [
        ("chat-judge", "The head said", "major")
    ]
    assert [(one.judged, one.pairs) for one in consult.standings(review)] == [(3, 3)]
    assert "chat-judge" in {check["id"] for check in flow.checks()}


def test_the_likeliest_faults_are_judged_first(
    store: Store, article: Article, judge_set: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MTREVIEW_JUDGE_REQUESTS", "1")
    review = flow.review_of(store, article.id)
    done = consult.ask_judge(review, "chat-judge")
    flags = flow.flags_of(review)
    risks = {pair.id: rank.risk(pair, flags.of(pair.id)) for pair in flow.current_pairs(review)}
    (asked,) = [pair for pair in flow.current_pairs(review) if pair.source in str(judge_set.seen[0].body)]
    assert risks[asked.id] == max(risks.values())
    assert "2 of 3 pairs were not judged" in done.failures[0].reason


def test_the_shell_asks_the_judges(
    store: Store, article: Article, judge_set: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = CliRunner().invoke(judge, [article.id])
    assert (said.exit_code, said.stdout.splitlines()[1].split()) == (0, ["m-1", "3", "3"])
    assert "asking m-1 at 127.0.0.1" in said.stderr
    monkeypatch.setenv("MTREVIEW_JUDGE_MODEL", "m-2")
    monkeypatch.setenv("MTREVIEW_OPENAI_KEY", "wrong")
    said = CliRunner().invoke(judge, [article.id])
    assert said.exit_code == 3
    assert "status 401" in said.stderr
    monkeypatch.setenv("MTREVIEW_JUDGE_MODEL", "")
    assert isinstance(CliRunner().invoke(judge, [article.id]).exception, WrongSetting)


CORPORA = Path(__file__).parents[2] / "corpora"


def test_the_translation_of_another_article_is_refused_unless_it_is_wanted(store: Store) -> None:
    ours, theirs = CORPORA / "zh-en-water-plant", CORPORA / "zh-en-museum-ceramics"
    sides = (ours / "source.txt").read_bytes(), "s.txt", (ours / "target.txt").read_bytes(), "t.txt"
    article = store.add(flow.read_article(*sides, title="Plant"), at=AT, by="Ana")
    right, wrong = (ours / "corrected.txt").read_bytes(), (theirs / "target.txt").read_bytes()
    with pytest.raises(UnrelatedText, match=r"w\.txt: Low alignment confidence.*It is not added"):
        consult.add_translation(store, article.id, wrong, "w.txt", system="B", at=AT, by="Ben")
    consult.add_translation(store, article.id, right, "r.txt", system="B", at=AT, by="Ben")
    both = consult.add_translation(store, article.id, wrong, "w.txt", system="C", at=AT, by="Ben", anyway=True)
    assert [made.system for made in both.translations] == ["MT", "B", "C"]
