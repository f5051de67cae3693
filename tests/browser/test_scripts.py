"""The component's pure functions, in the browser that runs them."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import scripted

TEXTS = ("", "plain", "😀𠮷野家", "a😀b", "e\u0301\u0301", "👨‍👩‍👧 family", "𪚥𪚥𪚥", "שלום עולם 😀", "مرحبا 𝒳")


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Page:
    return scripted(browser, "offsets", "marks", "fold", "comments", "helping")


@pytest.mark.parametrize("text", TEXTS)
def test_code_points_and_units_lead_to_each_other(blank: Page, text: str) -> None:
    for point in range(len(text) + 1):
        unit = len(text[:point].encode("utf-16-le")) // 2
        assert blank.evaluate("([t, p]) => unitAt(t, p)", [text, point]) == unit
        assert blank.evaluate("([t, u]) => pointAt(t, u)", [text, unit]) == point
        assert blank.evaluate("([t, p]) => t.slice(0, unitAt(t, p))", [text, point]) == text[:point]


def test_offsets_past_the_end_are_the_end(blank: Page) -> None:
    assert blank.evaluate("unitAt('😀a', 9)") == 3
    assert blank.evaluate("pointAt('😀a', 9)") == 2


def finding(start: int, end: int, **more: Any) -> dict[str, Any]:
    return {"key": f"{start}-{end}", "side": "target", "start": start, "end": end, "fixes": []} | more


@pytest.mark.parametrize(
    ("length", "findings", "expected"),
    [
        (0, [], []),
        (3, [], [[0, 3, 0]]),
        (5, [(1, 3)], [[0, 1, 0], [1, 3, 1], [3, 5, 0]]),
        (5, [(0, 5)], [[0, 5, 1]]),
        (6, [(0, 4), (2, 6)], [[0, 2, 1], [2, 4, 2], [4, 6, 1]]),
        (4, [(2, 2)], [[0, 2, 0], [2, 2, 1], [2, 4, 0]]),
        (4, [(4, 4)], [[0, 4, 0], [4, 4, 1]]),
        (0, [(0, 0)], [[0, 0, 1]]),
        (2, [(1, 9)], [[0, 1, 0], [1, 2, 1]]),
    ],
)
def test_a_text_is_cut_where_findings_begin_and_end(
    blank: Page, length: int, findings: list[tuple[int, int]], expected: list[list[int]]
) -> None:
    given = [finding(*span) for span in findings]
    cut = blank.evaluate("([n, f]) => pieces(n, f).map((p) => [p.start, p.end, p.findings.length])", [length, given])
    assert cut == expected


@pytest.mark.parametrize(
    ("before", "after", "span", "expected"),
    [
        ("the the cat sat sat", "the cat sat sat", (12, 19), [8, 15]),
        ("the the cat sat", "the the cat ran", (0, 7), [0, 7]),
        ("one two three", "one 2 three", (4, 7), None),
        ("😀 is is ok", "😀 is ok", (0, 2), [0, 2]),
    ],
)
def test_findings_move_with_the_text_around_them(
    blank: Page, before: str, after: str, span: tuple[int, int], expected: list[int] | None
) -> None:
    moved = blank.evaluate(
        "([f, b, a]) => shifted(f, b, a).map((x) => [x.start, x.end])", [[finding(*span)], before, after]
    )
    assert moved == ([expected] if expected else [])


def test_word_links_come_in_code_points_and_stand_in_units(blank: Page) -> None:
    row = {"source": "😀北京", "text": "a 😀 Beijing"}
    link = {"source": [1, 3], "target": [4, 11], "weight": 0.9}
    assert blank.evaluate("([l, r]) => linkInUnits(l, r)", [link, row]) == link | {"source": [2, 4], "target": [5, 12]}


@pytest.mark.parametrize(
    ("before", "after", "word", "expected"),
    [
        ("the library closes", "the new library closes", (4, 11), [8, 15]),
        ("the library closes", "the library shuts", (4, 11), [4, 11]),
        ("the library closes", "the archive closes", (4, 11), None),
        ("the library closes", "", (4, 11), None),
    ],
)
def test_word_links_go_with_the_text_as_far_as_they_stand(
    blank: Page, before: str, after: str, word: tuple[int, int], expected: list[int] | None
) -> None:
    links = [{"source": [0, 2], "target": list(word), "weight": 0.9}]
    kept = blank.evaluate("([w, b, a]) => standing(w, b, a).map((link) => link.target)", [links, before, after])
    assert kept == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        ("the the cat", finding(0, 7, fixes=["the"]), "the cat"),
        ("a  b", finding(1, 3, fixes=[" "]), "a b"),
        ("gone.", finding(0, 5, fixes=[""]), ""),
        ("no fix", finding(0, 2), None),
        ("12 billion", finding(0, 2, side="source", fixes=["trillion"], counterpart=[3, 10]), "12 trillion"),
        ("12 billion", finding(0, 2, side="source", fixes=["trillion"], counterpart=None), None),
    ],
)
def test_a_fix_is_put_in_its_place(blank: Page, text: str, given: dict[str, Any], expected: str | None) -> None:
    assert blank.evaluate("([t, f]) => fixed(t, f, 0)", [text, given]) == expected


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([], ["MT", 0, "unreviewed", None]),
        ([("correct", {"text": "new"})], ["new", 1, "corrected", None]),
        ([("correct", {"text": "new"}), ("correct", {"text": "MT"})], ["MT", 2, "unreviewed", None]),
        ([("draft", "half")], ["MT", 0, "in work", {"text": "half", "version": 3}]),
        ([("draft", "half"), ("draft", "MT")], ["MT", 0, "unreviewed", None]),
        ([("status", "approved")], ["MT", 0, "approved", None]),
        ([("status", "approved"), ("correct", {"text": "new"})], ["new", 1, "corrected", None]),
        ([("status", "question"), ("correct", {"text": "new"})], ["new", 1, "question", None]),
        ([("correct", {"text": "new"}), ("status", "unreviewed")], ["new", 1, "corrected", None]),
        ([("repair", "merge")], ["MT", 0, "unreviewed", None]),
        ([("carry", {"text": "new", "action": "x"})], ["new", 1, "corrected", None]),
        ([("term", {"source": "x"}), ("rule", {"phrase": "x"})], ["MT", 0, "unreviewed", None]),
    ],
)  # fmt: skip
def test_acts_under_way_show_as_the_store_will_have_them(
    blank: Page, acts: list[tuple[str, Any]], expected: list[Any]
) -> None:
    row = {
        "text": "MT",
        "original": "MT",
        "version": 0,
        "status": "unreviewed",
        "draft": None,
        "findings": [],
        "words": [],
        "marks": [],
        "scores": [],
    }
    made = [{"op": op, "value": value, "version": 3} for op, value in acts]
    shown = blank.evaluate(
        "([r, a]) => { const n = folded(r, a); return [n.text, n.version, n.status, n.draft] }", [row, made]
    )
    assert shown == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("It's 3.5 km, no?", ["It's", "3.5", "km", ",", "no", "?"]),
        ("𠮷野家😀a", ["𠮷", "野", "家", "😀", "a"]),
        ("👨‍👩‍👧 family 🇨🇳👍🏽", ["👨‍👩‍👧", "family", "🇨🇳", "👍🏽"]),
        ("cafe\u0301 e\u0301\u0301", ["cafe\u0301", "e\u0301\u0301"]),
        ("שָׁלוֹם עולם", ["שָׁלוֹם", "עולם"]),
        ("مرحبا، 𝒳", ["مرحبا", "،", "𝒳"]),
    ],
)
def test_texts_are_marked_by_words_and_by_whole_characters(blank: Page, text: str, expected: list[str]) -> None:
    assert blank.evaluate("(t) => wordPlaces(t).map(([s, e]) => t.slice(s, e))", text) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("the library closes", "brary clo", "library closes"),
        ("the library closes", " ", " "),
        ("the  library", " library", "library"),
        ("👨‍👩‍👧 family", "👩", "👨‍👩‍👧"),
        ("图书馆闭馆", "书馆", "书馆"),
    ],
)
def test_a_selection_is_widened_to_words(blank: Page, text: str, words: str, expected: str) -> None:
    found = blank.evaluate("([t, w]) => t.slice(...snapped(t, t.indexOf(w), t.indexOf(w) + w.length))", [text, words])
    assert found == expected


MARK = {"side": "target", "start": 1, "end": 2, "text": "b", "category": "x", "severity": "minor", "note": ""}


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([("mark", MARK | {"on": "😀b"}, 0)], [[0, 2, 3, None]]),
        ([("mark", MARK | {"on": "😀b"}, 0), ("mark", MARK | {"on": "😀b"}, 0)], [[0, 2, 3, None]]),
        ([("mark", MARK | {"on": "😀b"}, 0), ("withdraw", MARK, 1)], [[0, 2, 3, None]]),
        ([("mark", MARK | {"on": "😀b"}, 0), ("withdraw", MARK, 0)], []),
        ([("mark", MARK | {"on": "😀b"}, 0), ("correct", {"text": "new"}, 0)], [[0, 2, 3, "😀b"]]),
        (
            [("mark", MARK | {"on": "😀b"}, 0), ("correct", {"text": "new"}, 0), ("correct", {"text": "😀b"}, 1)],
            [[0, 2, 3, None]],
        ),
        ([("mark", MARK | {"on": "ab"}, 0)], [[0, 1, 2, "ab"]]),
        ([("mark", MARK | {"side": "source", "on": "x"}, 0), ("correct", {"text": "new"}, 0)], [[0, 1, 2, None]]),
    ],
)
def test_marks_under_way_stay_on_their_text(blank: Page, acts: list[Any], expected: list[Any]) -> None:
    row = {"source": "ab", "text": "😀b", "original": "😀b", "version": 0, "status": "unreviewed", "findings": []}
    row |= {"words": [], "marks": [], "scores": []}
    made = [{"op": op, "value": value, "version": version} for op, value, version in acts]
    shown = blank.evaluate("([r, a]) => folded(r, a).marks.map((m) => [m.version, m.start, m.end, m.on])", [row, made])
    assert shown == expected


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([("score", 70, 0)], [[70, None]]),
        ([("score", 70, 0), ("score", 60, 0)], [[60, None]]),
        ([("score", 70, 0), ("score", "", 0)], []),
        ([("score", 70, 0), ("correct", {"text": "new"}, 0), ("score", 90, 1)], [[70, "MT"], [90, None]]),
    ],
)
def test_scores_under_way_stay_on_their_text(blank: Page, acts: list[Any], expected: list[Any]) -> None:
    row = {"source": "ab", "text": "MT", "original": "MT", "version": 0, "status": "unreviewed", "findings": []}
    row |= {"words": [], "marks": [], "scores": []}
    made = [{"op": op, "value": value, "version": version} for op, value, version in acts]
    assert blank.evaluate("([r, a]) => folded(r, a).scores.map((s) => [s.value, s.on])", [row, made]) == expected


SAID = {"id": "1", "by": "bo", "at": "2026-03-04T05:06:07Z", "text": "Why?"}


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([], [["", "1"]]),
        ([("", "said", "New.")], [["", "1"], ["", "a0"]]),
        ([("1", "said", "Yes.")], [["", "1", "a0"]]),
        ([("1", "resolved", "")], [["you", "1"]]),
        ([("1", "resolved", ""), ("1", "reopened", "")], [["", "1"]]),
        ([("1", "resolved", ""), ("1", "said", "Still?")], [["", "1", "a1"]]),
        ([("1", "said", "Yes."), ("a0", "withdrawn", "")], [["", "1"]]),
        ([("", "said", "New."), ("a0", "withdrawn", "")], [["", "1"]]),
        ([("gone", "resolved", "")], [["", "1"]]),
    ],
)
def test_threads_show_what_is_said_at_once(blank: Page, acts: list[tuple[str, str, str]], expected: list[Any]) -> None:
    row = {"threads": [{"id": "1", "resolved": "", "comments": [SAID]}]}
    made = [
        {"op": "comment", "id": f"a{n}", "seq": 1.7e15, "value": {"about": about, "turn": turn, "text": text}}
        for n, (about, turn, text) in enumerate(acts)
    ]
    shown = "([r, a]) => folded(r, a).threads.map((t) => [t.resolved, ...t.comments.map((c) => c.id)])"
    assert blank.evaluate(shown, [row, made]) == expected


@pytest.mark.parametrize(
    ("side", "place", "expected"),
    [("source", [0, 2], [4, 9]), ("source", [0, 5], [4, 16]), ("target", [10, 12], [3, 5]), ("source", [7, 9], None)],
)
def test_words_lead_to_their_counterpart(blank: Page, side: str, place: list[int], expected: list[int] | None) -> None:
    words = [{"source": [0, 2], "target": [4, 9]}, {"source": [3, 5], "target": [10, 16]}]
    assert blank.evaluate("([w, s, p]) => counterpartOf({ words: w }, s, ...p)", [words, side, place]) == expected


@pytest.mark.parametrize(
    ("text", "forbidden", "words", "expected"),
    [
        ("A Night school.", ["night school"], [], [2, 14]),
        ("A class.", ["night school"], [{"source": [0, 2], "target": [2, 7]}], [2, 7]),
        ("A class.", [], [], [8, 8]),
    ],
)
def test_a_term_goes_where_it_belongs(
    blank: Page, text: str, forbidden: list[str], words: list[Any], expected: list[int]
) -> None:
    row = {"source": "夜校。", "text": text, "words": words}
    found = blank.evaluate("([r, t]) => placeOfTerm(r, t)", [row, {"forbidden": forbidden, "place": [0, 2]}])
    assert found == expected
