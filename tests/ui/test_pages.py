"""One path through each page, without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from review import flow
from review.checks.rules import RULES
from review.export import FORMATS, TRADES
from review.judged.events import Release
from review.judgements import Correction, ErrorSpan, Judgement, Repair, SegmentScore, StatusChange
from review.settings import settings
from review.store import Store
from review.types import Article, Span
from review.ui import expected as listed
from review.ui.expected import expected, worst
from review.ui.wording import plain
from review.verbs import gate, realign
from tests.machine import PATIENCE
from tests.reviewed import HOSTILE, LIBRARY, article_of
from tests.services.servers import KEY, Reply, deepl, serving

ROOT = Path(__file__).parents[2]
AT = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
SOURCE = "市图书馆延长开放时间。\n\n自下月起，图书馆每晚九点半闭馆。\n"
TARGET = (
    "The city library extends its opening hours.\n\nFrom next month, the the library will close at half past nine.\n"
)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    rules = str(tmp_path / "rules.toml")
    for name, value in {"DB": url, "SAMPLES": "false", "REVIEWER": "Ana", "RULES": rules}.items():
        monkeypatch.setenv(f"MTREVIEW_{name}", value)
    st.cache_resource.clear()
    yield Store.open(url)
    st.cache_resource.clear()


@pytest.fixture
def article(store: Store) -> Article:
    return store.add(article_of(LIBRARY, title="Opening **hours**"), at=AT, by="Ana")


PAGE = """
import streamlit as st
from review.ui.pages import adding, articles, export, reader, report, rules, screen

st.navigation([each.page() for each in (articles, screen, reader, report, export, rules, adding)])
{name}.show()
"""


def page(name: str = "", **query: str) -> AppTest:
    """The app as its visitor first sees it, or one of its other pages, which AppTest cannot switch to."""
    given = PAGE.format(name=name)
    app = (
        AppTest.from_string(given, default_timeout=PATIENCE)
        if name
        else AppTest.from_file(str(ROOT / "app.py"), default_timeout=PATIENCE)
    )
    for key, value in query.items():
        app.query_params[key] = value
    return app.run()


def words(app: AppTest) -> str:
    shown = (*app.title, *app.caption, *app.markdown, *app.info, *app.error, *app.text)
    return "\n".join(str(element.value) for element in shown)


def correct(store: Store, article: Article, text: str) -> None:
    pair = article.translation.beads[1].id
    store.append(Judgement("j1", pair, 0, "Ana", AT, Correction(text)))


def test_articles_are_listed_with_their_progress(store: Store, article: Article) -> None:
    correct(store, article, "From next month the library will close earlier.")
    app = page()
    assert not app.exception
    assert [link.value for link in app.page_link if link.value.startswith("**")] == [r"**Opening \*\*hours\*\***"]
    assert any("1 of 6 done · ✎ 1 corrected" in html.value for html in app.html)
    app.text_input(key="search").set_value("nothing like it").run()
    assert "No article matches." in words(app)


def test_the_list_says_what_is_left_of_an_article_and_opens_it_worst_first(store: Store, article: Article) -> None:
    app = page()
    left = flow.outlook_of(review := flow.review_of(store, article.id), flow.flags_of(review))
    assert expected(left) in words(app).replace("\\", "")
    link = next(link.proto for link in app.page_link if link.value.startswith("Worst first"))
    assert link.label == f"Worst first: {worst(left)}"
    assert sorted(link.query_string.split("&")) == [f"article={article.id}", "order=worst"]
    for number, bead in enumerate(article.translation.beads):
        store.append(Judgement(f"j{number}", bead.id, 0, "Ana", AT, StatusChange("approved")))
    assert "a pair" not in words(page())


def test_the_list_notices_a_realignment_that_keeps_the_number_of_pairs(store: Store, article: Article) -> None:
    before = words(page())
    moved = Repair("r1", article.id, article.translation.beads[1].id, "target down", "Ana", AT)
    assert len(realign.repair(store, moved).translation.beads) == len(article.translation.beads)
    left = flow.outlook_of(review := flow.review_of(store, article.id), flow.flags_of(review))
    after = words(page()).replace("\\", "")
    assert expected(left) in after
    assert expected(left) not in before


def test_a_long_article_is_opened_worst_first_without_being_looked_at(
    store: Store, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listed, "MOST_PAIRS", len(article.translation.beads) - 1)
    app = page("articles")
    assert [link.proto.label for link in app.page_link][1:] == ["Worst first"]
    assert "a pair" not in words(app)


def test_a_line_of_several_articles_is_removed_from_all_and_put_back(store: Store) -> None:
    made = [article_of([*LIBRARY[1:3], ("关闭", "[Print] [Close]")], title=f"Article {name}") for name in "abc"]
    ids = [store.add(one, at=AT, by="Ana").id for one in made]
    app = page()
    assert not app.exception
    assert r"\[Print\] \[Close\]" in words(app)
    lines = [line for line in app.markdown if "small" in str(line.value)]
    at = next(number for number, line in enumerate(lines) if "Close" in str(line.value))
    app.button(key=f"remove_block_{at}").click().run()
    assert [flow.review_of(store, one).states[-1].text for one in ids] == [""] * 3
    undo = next(button for button in app.button if button.label == "Undo")
    undo.click().run()
    assert [flow.review_of(store, one).states[-1].text for one in ids] == ["[Print] [Close]"] * 3
    assert "undone" in words(app)


def test_a_low_confidence_is_said_in_the_list(store: Store, article: Article) -> None:
    assert "Low alignment confidence" not in words(page())
    beads = tuple(replace(bead, certainty=0.25) for bead in article.translation.beads)
    made = replace(article.translation, beads=beads)
    store.add(replace(article, translations=(made,)), at=AT, by="Ana")
    assert words(page()).count("Low alignment confidence") == 1


def test_what_to_read_next_is_what_was_begun_last_else_the_worst(store: Store, article: Article) -> None:
    other = store.add(article_of(LIBRARY[4:], title="Short"), at=AT, by="Ana")
    looks = {
        each.id: flow.outlook_of(review := flow.review_of(store, each.id), flow.flags_of(review))
        for each in (article, other)
    }
    worse = max((article, other), key=lambda each: looks[each.id].per_pair)
    first = page().page_link[0]
    assert first.value == f"Start with **{plain(worse.title)}**"
    assert sorted(first.proto.query_string.split("&")) == [f"article={worse.id}", "order=worst"]
    for begun in (article, other):
        store.append(Judgement(begun.id, begun.translation.beads[0].id, 0, "Ana", AT, StatusChange("approved")))
        assert page().page_link[0].value == f"Go on with **{plain(begun.title)}**"


@pytest.mark.parametrize("name", ["screen", "reader", "report", "export"])
def test_an_unknown_article_is_named_and_others_are_offered(store: Store, article: Article, name: str) -> None:
    other = store.add(article_of(LIBRARY, title="Wholly other"), at=AT, by="Ana")
    app = page(name, article=f"{article.id[:6]}*")
    assert not app.exception
    assert [title.value for title in app.title] == ["There is no such article"]
    assert article.id[:6] in words(app)
    offered = [link.proto.query_string for link in app.page_link[:2]]
    assert offered == [f"article={article.id}", f"article={other.id}"]


def test_a_glossary_that_is_not_there_is_said_once(
    store: Store, article: Article, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    store.add(article_of(LIBRARY, title="Another"), at=AT, by="Ana")
    monkeypatch.setenv("MTREVIEW_GLOSSARY", str(tmp_path / "no.tsv"))
    app = page()
    assert not app.exception
    (said,) = [error.value.replace("\\", "") for error in app.error]
    assert str(tmp_path / "no.tsv") in said
    assert "MTREVIEW_GLOSSARY" in said
    assert len([link for link in app.page_link if link.value.startswith("**")]) == 2


def test_an_empty_store_asks_for_the_first_article(store: Store) -> None:
    assert "There is no article yet" in words(page())


def test_pasted_texts_become_an_article(store: Store) -> None:
    app = page("adding")
    app.text_area(key="source_text").set_value(SOURCE)
    app.text_area(key="target_text").set_value(TARGET).run()
    assert [box.value for box in app.selectbox[:2]] == ["zh", "en"]
    app.button(key="new_store").click().run()
    assert not app.exception
    (entry,) = store.entries()
    assert (entry.title, entry.source_lang, entry.by) == ("The city library extends its opening hours.", "zh", "Ana")
    assert store.article(entry.id).translation.text.raw == TARGET


def test_another_translation_is_pasted_beside_an_article(store: Store, article: Article) -> None:
    app = page("adding")
    app.segmented_control(key="add_way").set_value("Another translation").run()
    app.text_area(key="other_text").set_value("The city library is open longer.\n" * 5)
    app.button(key="other_store").click().run()
    assert "Both are needed" in words(app)
    app.text_input(key="other_system").set_value("Baseline MT").run()
    app.button(key="other_store").click().run()
    assert "is there already" in words(app)
    app.text_input(key="other_system").set_value("B").run()
    app.button(key="other_store").click().run()
    assert [made.system for made in store.article(article.id).translations] == ["Baseline MT", "B"]


def test_a_service_says_what_it_sends_before_it_is_asked(
    store: Store, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = page("adding")
    app.segmented_control(key="add_way").set_value("Another translation").run()
    app.segmented_control(key="other_way").set_value("Service").run()
    assert app.button(key="other_fetch").disabled
    assert "MTREVIEW_DEEPL_KEY" in words(app).replace("\\", "")
    with serving(deepl) as server:
        monkeypatch.setenv("MTREVIEW_DEEPL_URL", server.url)
        monkeypatch.setenv("MTREVIEW_DEEPL_KEY", KEY)
        app.run()
        said = words(app).replace("\\", "")
        assert "Sends the source of this article, " in said
        assert " characters, to 127.0.0.1" in said
        assert KEY not in said
        assert not server.seen
        app.button(key="other_fetch").click().run()
    made = store.article(article.id).translations[1]
    assert (made.system, made.text.raw[:7]) == ("DeepL", "[EN-US]")


def test_two_files_are_read_with_what_is_known_of_them(store: Store) -> None:
    app = page("adding")
    app.file_uploader(key="source_file").upload("source.txt", SOURCE.encode("gb18030"))
    app.file_uploader(key="target_file").upload("target.txt", TARGET.encode()).run()
    assert not app.exception
    assert "gb18030" in words(app)
    app.button(key="new_store").click().run()
    assert store.article(store.entries()[0].id).source.raw == SOURCE


def test_a_file_that_cannot_be_read_is_named(store: Store) -> None:
    app = page("adding")
    app.file_uploader(key="source_file").upload("scan.txt", b"\x00\x01\x02\xff" * 50).run()
    assert not app.exception
    assert r"scan\.txt" in words(app)
    assert store.entries() == ()
    app.file_uploader(key="target_file").upload("target.txt", TARGET.encode()).run()
    assert "2 segments in 2 paragraphs" in words(app)


def test_an_article_with_one_side_only_asks_for_the_other(store: Store) -> None:
    app = page("adding")
    app.file_uploader(key="target_file").upload("target.txt", TARGET.encode()).run()
    app.button(key="new_store").click().run()
    assert "Both are needed" in words(app)
    assert store.entries() == ()


def test_a_table_becomes_an_article(store: Store) -> None:
    app = page("adding")
    app.segmented_control(key="add_way").set_value("A table of pairs").run()
    table = "source,target\n今天开馆。,The library opens today.\n明天闭馆。,It closes tomorrow.\n"
    app.file_uploader(key="table_file").upload("pairs.csv", table.encode()).run()
    assert not app.exception
    assert [box.label for box in app.selectbox[:2]] == ["Source language", "Translation language"]
    app.text_input(key="table_system").set_value("Engine A")
    app.button(key="table_store").click().run()
    (entry,) = store.entries()
    assert (entry.pairs, entry.system, entry.title) == (2, "Engine A", "The library opens today.")


def test_review_shows_the_screen_of_the_article_in_the_address(store: Store, article: Article) -> None:
    app = page("screen", article=article.id)
    assert not app.exception
    assert app.get("bidi_component")


def test_read_shows_the_article_in_the_address(store: Store, article: Article) -> None:
    app = page("reader", article=article.id)
    assert not app.exception
    assert app.get("bidi_component")


@pytest.mark.parametrize("name", ["screen", "reader", "report", "export"])
def test_pages_without_an_article_offer_those_there_are(store: Store, article: Article, name: str) -> None:
    app = page(name)
    assert not app.exception
    assert "Choose an article" in words(app)
    assert [link.value for link in app.page_link] == [r"**Opening \*\*hours\*\***", "All articles"]


def test_report_waits_for_the_first_correction(store: Store, article: Article) -> None:
    before = page("report", article=article.id)
    assert "Nothing is rated or corrected yet" in words(before)
    assert [button.label for button in before.download_button] == ["Download the report"]
    correct(store, article, "From next month the library will close earlier.")
    app = page("report", article=article.id)
    assert not app.exception
    tables = [frame.value for frame in app.dataframe]
    assert {"BLEU", "HTER"} <= set(next(table for table in tables if "signature" in table)["score"])
    assert "This is a small sample" in app.warning[0].value
    assert any("<ins>" in html.value for html in app.html)


def test_report_tells_who_did_what_and_what_a_sample_says(store: Store, article: Article) -> None:
    correct(store, article, "From next month the library will close earlier.")
    assert "No sample was drawn yet" in words(page("report", article=article.id))
    event = gate.draw_sample(store, article.id, id_="s1", at=AT, by="Ana", size=2, seed=7)
    app = page("report", article=article.id)
    assert not app.exception
    assert list(app.dataframe[0].value.iloc[0]) == ["Ana", 0, 1, 0, 0, 1]
    said = words(app).replace("\\", "")
    assert "2 drawn by Ana with the seed 7. 0 of 2 read, none with an error." in said
    assert f"at:{event.at.isoformat()}" in said
    assert any("filter=sample" in link.proto.query_string for link in app.page_link)


def test_report_tells_what_reviewers_marked_and_scored(store: Store, article: Article) -> None:
    assert "No reviewer has marked" in words(page("report", article=article.id))
    pair, text = article.translation.beads[0].id, article.translation.text.segments[0].text
    mark = ErrorSpan(Span(0, 4), text[:4], "fluency/grammar", "major")
    for name, value in (("m", mark), ("s", SegmentScore(60))):
        store.append(Judgement(name, pair, 0, HOSTILE[0], AT, value))
    app = page("report", article=article.id)
    assert not app.exception
    (cards,) = (html.value for html in app.html if '<div class="mtreview-figures">' in html.value)
    assert "<b>833.3</b> points in 1,000 words" in cards
    assert "too few pairs for an interval<br>1 pair<" in cards
    tables = [frame.value.to_dict("records") for frame in app.dataframe]
    (error,) = next(rows for rows in tables if "part of MQM by length" in rows[0])
    assert (error["category"], error["major"], error["points"]) == ("Fluency: grammar", 1, 5.0)
    assert error["part of MQM by length"] == 833.3
    (rater,) = next(rows for rows in tables if "pairs scored" in rows[0])
    assert (rater["reviewer"], rater["errors"], rater["points"], rater["ESA"]) == (HOSTILE[0], 1, 5.0, 60.0)


def test_report_is_told_over_all_that_a_system_translated(store: Store, article: Article) -> None:
    other = store.add(article_of(LIBRARY, title="Second"), at=AT, by="Ana")
    for each in (article, other):
        mark = ErrorSpan(Span(0, 4), LIBRARY[0][1][:4], "fluency/grammar", "minor")
        store.append(Judgement(each.id, each.translation.beads[0].id, 0, "Bo", AT, mark))
    app = page("report", article=article.id)
    app.segmented_control(key="scope").set_value("All 2 articles of Baseline MT").run()
    assert not app.exception
    (cards,) = (html.value for html in app.html if '<div class="mtreview-figures">' in html.value)
    assert "<br>2 pairs<" in cards


def test_export_shows_the_text_and_what_is_open(store: Store, article: Article) -> None:
    correct(store, article, "From next month the library will close earlier.")
    app = page("export", article=article.id)
    assert not app.exception
    links = {link.proto.label: link.proto.query_string for link in app.page_link}
    assert "filter=uncorrected" in links["5 pairs not reviewed"]
    assert f"pair={article.translation.beads[0].id}".replace("/", "%2F") in links["5 pairs not reviewed"]
    assert "as it stands now, with " in words(app).replace("\\", "")
    assert "5 pairs not reviewed" in words(app).replace("\\", "")
    assert [button.label for button in app.download_button] == [each.name for each in FORMATS]
    assert [head.value for head in app.subheader] == [*TRADES, "Still open", "Release"]
    app.selectbox(key="preview").set_value("Plain text").run()
    assert "the library will close earlier" in words(app)


def test_all_articles_are_exported_at_once(store: Store, article: Article) -> None:
    store.add(article_of(LIBRARY, title="Second"), at=AT, by="Ana")
    app = page("export", article=article.id)
    app.segmented_control(key="export_scope").set_value("All 2 articles").run()
    assert not app.exception
    assert "2 files in one zip archive" in words(app)


def test_a_release_with_open_ends_is_asked_for_and_recorded(store: Store, article: Article) -> None:
    app = page("export", article=article.id)
    assert "Not released yet" in words(app).replace("\\", "")
    app.button(key="release").click().run()
    assert not app.exception
    assert "6 pairs not reviewed" in words(app)
    assert store.events(article.id) == ()
    app.button(key="release_anyway").click().run()
    (event,) = store.events(article.id)
    assert isinstance(event.value, Release)
    assert (event.reviewer, dict(event.value.open)["unreviewed"]) == ("Ana", 6)
    same = page("export", article=article.id)
    assert "The text is the same since" in same.success[0].value.replace("\\", "")
    assert same.button(key="release").disabled
    correct(store, article, "From next month the library will close earlier.")
    changed = page("export", article=article.id)
    assert "Changed since: 1 pair" in changed.warning[0].value.replace("\\", "")
    assert "Released" in words(page())
    changed.button(key="withdraw").click().run()
    assert "Released" not in words(page())
    assert "Not released yet" in words(page("export", article=article.id)).replace("\\", "")


def test_an_article_with_nothing_open_is_released_at_once(store: Store) -> None:
    article = store.add(article_of([("开馆。", "The library opens.")], title="Open"), at=AT, by="Ana")
    store.append(Judgement("j1", article.translation.beads[0].id, 0, "Ana", AT, StatusChange("approved")))
    app = page("export", article=article.id)
    assert "Nothing: every pair is corrected or approved" in words(app)
    app.button(key="release").click().run()
    assert [type(event.value) for event in store.events(article.id)] == [Release]


def test_judges_are_asked_on_the_review_page(store: Store, article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not page("screen", article=article.id).expander
    with serving(lambda request: Reply(200, {"matches": []})) as server:
        monkeypatch.setenv("MTREVIEW_LANGUAGETOOL_URL", server.url)
        app = page("screen", article=article.id)
        said = words(app).replace("\\", "")
        assert "has judged 0 of 5 pairs" in said
        assert "Asks LanguageTool at 127.0.0.1" in said
        assert not server.seen
        app.button[0].click().run()
        assert not app.exception
        said = words(app).replace("\\", "")
        assert "5 pairs judged." in said
        assert app.expander[0].proto.expanded
        assert "has judged 5 of 5 pairs" in said
        assert app.button[0].disabled


def typed_rule(article: Article) -> AppTest:
    app = page("rules", article=article.id)
    app.text_input(key="rule_phrase").set_value("the library")
    app.text_input(key="rule_reason").set_value("House style: <b>the City</b> Library.")
    app.text_input(key="rule_rewrite").set_value("the City Library")
    return app.run()


def test_a_rule_shows_what_it_would_mark_before_it_is_kept(store: Store, article: Article) -> None:
    app = typed_rule(article)
    assert not app.exception
    assert "It would mark" in words(app)
    assert r"→ the City Library" in words(app)
    assert not settings().rules.exists()


def test_a_rule_that_is_kept_is_used_and_can_be_switched_off(store: Store, article: Article) -> None:
    app = typed_rule(article)
    app.button(key="rule_keep").click().run()
    assert not app.exception
    found = [f for f in flow.flags_of(flow.review_of(store, article.id)).findings if f.check == "own-the-library"]
    assert {one.fixes for one in found} <= {("the City Library",), ("The City Library",)}
    assert found
    off = page("rules")
    (mine,) = off.dataframe[0].value.query("subject == 'Your own rules'").to_dict("records")
    assert (mine["rule"], mine["example"]) == ("The library", "→ the City Library")
    off.selectbox(key="rule_switched").set_value("own-the-library").run()
    off.toggle(key="rule_on_own-the-library_True").set_value(False).run()
    assert not off.exception
    assert not off.toggle[0].value
    assert not [f for f in flow.flags_of(flow.review_of(store, article.id)).findings if f.check == "own-the-library"]


def test_no_rule_is_told_by_its_pattern(store: Store) -> None:
    rows = page("rules").dataframe[0].value.to_dict("records")
    assert len(rows) == len(RULES)
    assert not [row for row in rows if "\\" in row["example"] or "<" in row["example"] or not row["example"]]
    (plural,) = (row for row in rows if row["rule"] == "Plural of an uncountable noun")
    assert plural["example"] == "New equipments came. → New equipment came."


def test_a_condition_that_is_no_expression_is_named(store: Store, article: Article) -> None:
    app = typed_rule(article)
    app.text_input(key="rule_when").set_value("(").run()
    assert not app.exception
    assert "expected a regular expression" in words(app).replace("\\", "")


def test_a_broken_file_of_rules_is_shown_and_stops_nothing(store: Store, article: Article) -> None:
    settings().rules.write_text("[[rule]]\nid = 1\n", encoding="utf-8")
    flags = flow.flags_of(flow.review_of(store, article.id))
    assert [failure.check for failure in flags.failures] == ["own-rules"]
    assert flags.findings
    app = page("screen", article=article.id)
    assert not app.exception
