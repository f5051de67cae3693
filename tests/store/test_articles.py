from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given, settings

from review.errors import UnknownArticle, UnstorableValue
from review.judgements import Correction, StatusChange
from review.store.connect import transaction
from review.store.schema import BEADS
from review.types import Article, Bead, LeftOut, Origin, Segment, Span, Text, Translation, WordLink
from tests.store.examples import NOON, article, articles, fresh_store, judgement, text, with_words


def without_ids(stored: Article) -> Article:
    made = tuple(replace(m, beads=tuple(replace(b, id="") for b in m.beads)) for m in stored.translations)
    return replace(stored, id="", translations=made)


def test_an_article_comes_back_equal(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:

        @settings(max_examples=60)
        @given(articles())
        def law(given_article: Article) -> None:
            added = store.add(given_article, at=NOON, by="ann")
            assert store.article(added.id) == added
            assert without_ids(added) == given_article
            ids = [bead.id for made in added.translations for bead in made.beads]
            assert ids == [f"{added.id}/{n}" for n in range(1, len(ids) + 1)]

        law()


@pytest.mark.parametrize(
    "raw",
    ["", " \t\r\n", "a\r\nb\rc\n", "\ufeffx\u200b\u00a0\u2028", "𠮷野家\U0010ffff\uffff", "e\u0301é", "\x01\x1b\x7f"],
    ids=["empty", "blank", "line ends", "invisible", "beyond the BMP", "two normal forms", "controls"],
)
def test_raw_text_is_kept_to_the_character(tmp_path: Path, raw: str) -> None:
    segments = (Segment(0, 0, raw, 0),) if raw else ()
    side = Text(raw, "und", segments, Origin("x", "text", "gb18030", (LeftOut(raw, raw),)))
    with fresh_store(tmp_path) as store:
        added = store.add(Article("", raw, side, (Translation("MT", side, ()),), "MT"), at=NOON, by="ann")
        assert store.article(added.id) == replace(added, title=raw, source=side)


@pytest.mark.parametrize(
    ("title", "source", "target", "slug"),
    [
        ("Bridge opens in Wuhan!", "", "", "bridge-opens-in-wuhan"),
        ("Über die Brücke", "", "", "uber-die-brucke"),
        ("武汉大桥", "news.0312.txt", "", "news-0312"),
        ("武汉大桥", "大桥.txt", "bridge.en.txt", "bridge-en"),
        ("武汉大桥", "", "", "article"),
        ("第3期", "/home/a/issue-3.html", "", "issue-3"),
        ("a" * 59 + " b c", "", "", "a" * 59),
        ("../../etc/passwd' OR 1=1 --", "", "", "etc-passwd-or-1-1"),
    ],
)
def test_the_id_is_readable(tmp_path: Path, title: str, source: str, target: str, slug: str) -> None:
    with fresh_store(tmp_path) as store:
        added = [store.add(article(title, source=source, target=target), at=NOON, by="ann") for _ in range(3)]
        assert [one.id for one in added] == [slug, f"{slug}-2", f"{slug}-3"]


def test_an_id_given_before_is_passed_over(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        added = store.add(replace(article("Bridge"), id="mine"), at=NOON, by="ann")
        assert (added.id, added.translation.beads[0].id) == ("bridge", "bridge/1")


def test_a_second_translation_goes_on_counting(tmp_path: Path) -> None:
    second = Translation("other", text("One. ", "Two."), (Bead((0, 1), (0,)), Bead((), (1,))))
    with fresh_store(tmp_path) as store:
        first = store.add(article("Bridge"), at=NOON, by="ann")
        both = store.add_translation(first.id, second, at=NOON, by="bob")
        assert both == store.article("bridge")
        assert both.translations[:1] == first.translations
        assert [bead.id for bead in both.translations[1].beads] == ["bridge/3", "bridge/4"]
        with pytest.raises(UnstorableValue, match="a translation by 'other' is there already"):
            store.add_translation(first.id, second, at=NOON, by="bob")
        with pytest.raises(UnstorableValue, match="runs of segments that exist"):
            store.add_translation(first.id, replace(second, system="x", beads=(Bead((2,), ()),)), at=NOON, by="bob")
        with pytest.raises(UnknownArticle, match="'none'"):
            store.add_translation("none", second, at=NOON, by="bob")
        assert store.article("bridge") == both


def with_source(**changes: Any) -> Article:
    return replace(article(), source=replace(article().source, **changes))


def with_beads(*beads: Bead) -> Article:
    return replace(article(), translations=(replace(article().translation, beads=beads),))


@pytest.mark.parametrize(
    ("unfit", "reason"),
    [
        (replace(article(), title="a\0b"), r"title, character 1: U\+0000"),
        (replace(article(), source=text("好\ud83d", name="a.txt")), r"source 'a.txt', character 1: U\+D83D"),
        (with_source(origin=Origin("bad\udc80.txt")), r"U\+DC80"),
        (with_source(origin=Origin(left_out=(LeftOut("x", "\ud800"),))), r"U\+D800"),
        (with_source(raw="第0句。第1句。!"), "the segments joined are not the text"),
        (with_source(segments=(Segment(1, 0, "第0句。第1句。", 0),)), "the segments joined are not the text"),
        (with_source(segments=(Segment(0, 1, "第0句。第1句。", 0),)), "the segments joined are not the text"),
        (with_beads(Bead((0, 2), (0,))), "expected runs of segments that exist"),
        (with_beads(Bead((1, 0), (0,))), "expected runs of segments that exist"),
        (with_beads(Bead((0,), (-1,))), "expected runs of segments that exist"),
        (with_beads(Bead((0,), (0,), float("nan"))), "and a score"),
        (with_beads(Bead((0,), (0,), certainty=1.5)), "shares of 1"),
        (with_beads(Bead((0,), (0,), certainty=float("nan"))), "shares of 1"),
        (with_beads(Bead((0,), (0,), words=(WordLink(Span(0, 1), Span(0, 1), 0.931),))), "shares of 1"),
        (with_beads(Bead((0,), (0,), words=(WordLink(Span(0, 5), Span(0, 1), 0.9),))), "words in its segments"),
        (with_beads(Bead((1,), (1,), words=(WordLink(Span(4, 5), Span(0, 1), 0.9),))), "words in its segments"),
    ],
)
def test_what_would_not_come_back_is_refused(tmp_path: Path, unfit: Article, reason: str) -> None:
    with fresh_store(tmp_path) as store:
        with pytest.raises(UnstorableValue, match=reason):
            store.add(unfit, at=NOON, by="ann")
        assert store.entries() == ()


def test_the_list_tells_how_sure_an_alignment_is(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        store.add(article(), at=NOON, by="ann")
        store.add(with_words(), at=NOON, by="ann")
        assert [entry.confidence for entry in store.entries()] == [None, pytest.approx(0.5)]


def test_words_are_kept_by_their_places_in_the_segments(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        store.add(with_words(), at=NOON, by="ann")
        with transaction(store.engine) as connection:
            kept = connection.execute(sa.select(BEADS.c.words)).scalars().all()
        assert kept == [[[0, 1, 0, 8, 0.93]], [[0, 1, 0, 8, 0.93]]]


def test_times_come_back_aware_and_in_utc(tmp_path: Path) -> None:
    there = timezone(timedelta(hours=8))
    with fresh_store(tmp_path) as store:
        added = store.add(article(), at=NOON.astimezone(there), by="ann")
        pair = added.translation.beads[0].id
        store.append(replace(judgement(pair, Correction("x")), at=NOON.astimezone(there)))
        times = [store.entries()[0].at, store.judgements(added.id)[0].at]
        assert times == [NOON, NOON]
        assert {time.utcoffset() for time in times} == {timedelta(0)}
        with pytest.raises(UnstorableValue, match="a time without a zone"):
            store.add(article(), at=datetime(2026, 1, 1), by="ann")


def test_unknown_articles_are_named(tmp_path: Path) -> None:
    with fresh_store(tmp_path) as store:
        for read in (store.article, store.judgements, store.refused):
            with pytest.raises(UnknownArticle, match="'none' is not in the store"):
                read("none")
        with pytest.raises(UnknownArticle, match="pair 'none/1' is not in the store"):
            store.append(judgement("none/1", StatusChange("approved")))
