"""The report as a page: what it counts, what it says, and that no text in it is taken for markup."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from review.history import review_of
from review.judged.events import Event, Sample
from review.judged.rated import rated
from review.judged.sampling import estimates
from review.judgements import Correction, ErrorSpan, Judgement, StatusChange
from review.report import report_html
from review.report.shown import Run, pieces, runs
from review.report.view import chapter, check_counts, error_counts, rater_counts, small
from review.scores import review_scores
from review.types import Flags, Score, Span
from tests.reviewed import AT, FLAGS, HOSTILE, LIBRARY, Acts, article_of, hostile, library, reviewed

GOLDEN = Path(__file__).parent.parent / "golden" / "report.html"


def called(check: str) -> str:
    return check.replace("-", " ").capitalize()


def page_of(*reviews: Any, flags: Any = None, scores: tuple[Score, ...] | None = None) -> Any:
    found = flags or [Flags()] * len(reviews)
    counted = review_scores(reviews) if scores is None else scores
    return html.document_fromstring(report_html(reviews, found, counted, called=called, at=AT))


def rows_of(page: Any, section: str) -> list[list[str]]:
    rows = page.xpath(f"//section[@aria-labelledby='{section}']//tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


def notes_of(page: Any) -> list[str]:
    return [" ".join(note.text_content().split()) for note in page.find_class("note")]


def test_the_whole_page_is_as_it_was() -> None:
    made = report_html([library()], [FLAGS], review_scores(library(), n_bootstrap=200), called=called, at=AT)
    page = re.sub(r"(mtreview |version:)[\d.]+\d", r"\1N", made)
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(page, encoding="utf-8")
    assert page == GOLDEN.read_text(encoding="utf-8")


def test_raters_who_share_segments_and_guesses_are_told() -> None:
    mark = ErrorSpan(Span(0, 4), "City", "fluency/grammar", "minor")
    guess = ErrorSpan(Span(0, 4), "From", "terminology", "minor")
    acts: Acts = ((1, "ana", mark), (1, HOSTILE[0], mark), (2, "ana", Correction("Other.", guessed=(guess,))))
    review = reviewed(article_of(LIBRARY, article_id="lib"), acts)
    ratings = rated(review, [mark for state in review for mark in state.marks])
    told = html.document_fromstring(report_html([review], [Flags()], (), (), ratings, called=called, at=AT))
    rows = rows_of(told, "errors")
    assert [row[1:3] for row in rows if row[0] == "Baseline MT"][-1] == ["all raters", "0.50"]
    (agreed,) = (row for row in rows if row[0].startswith("ana, ") or row[0].endswith(", ana"))
    assert (agreed[1], agreed[2][:6], agreed[-1]) == ("1", "1 of 1", "1.00")
    (guessed,) = (row for row in rows if row[0] == "Terminology")
    assert guessed == ["Terminology", "0 of 1 (0–79 %)", "", "1"]
    assert not told.xpath("//img")


def test_it_is_one_file() -> None:
    page = page_of(library(), hostile())
    assert not page.xpath("//script | //link | //img | //@src | //*[@href[not(starts-with(., '#'))]]")
    assert "url(" not in page.findtext(".//style")
    assert "@import" not in page.findtext(".//style")


def test_articles_scores_findings_and_errors_are_tabled() -> None:
    page = page_of(library(), flags=[FLAGS])
    assert rows_of(page, "articles") == [
        [
            "City Library Extends its Opening Hours",
            "Chinese → English",
            "Baseline MT",
            "45 words",
            "6",
            "4",
            "2",
            "32.6",
        ]
    ]
    scores = rows_of(page, "scores")
    assert [row[0] for row in scores] == ["BLEU ↑", "chrF2++ ↑", "TER ↓", "HTER ↓", "Untouched segments ↑", "ESA ↑"]
    assert all("version:" in row[-1] for row in scores)
    assert scores[5][1] == "54.0"
    assert scores[4][1:3] == ["33.3", "9.7 to 70.0"]
    assert rows_of(page, "findings") == [
        ["Missing sentence", "Accuracy: omission", "major", "1", "0", "1", "1"],
        ["Translationese", "Style: unnatural or awkward", "minor", "1", "0", "1", "1"],
        ["Doubled word", "Fluency: grammar", "minor", "1", "1", "0", "0"],
    ]
    assert rows_of(page, "errors") == [
        ["Accuracy: source language fragment", "", "", "1", "", "5", ""],
        ["Style: unnatural or awkward", "", "1", "", "", "1", ""],
        ["ana", "1", "1", "5", "1", "80.0", ""],
        ["bo", "1", "1", "1", "2", "51.5", ""],
    ]


def test_corrections_are_shown_as_differences() -> None:
    page = page_of(library())
    shown = page.xpath("//section[@id='article-1']//article[@class='pair']")
    assert [pair.findtext(".//b") for pair in shown] == ["Pair 1", "Pair 2", "Pair 4", "Pair 5", "Pair 6"]
    assert [one.text_content() for one in shown[0].iter("del", "ins")] == ["its", "Its"]
    assert [one.text_content() for one in shown[2].iter("ins")] == ["Readers can book online."]
    assert [one.text_content() for one in shown[4].iter("del")] == ["[Print] [Close]"]
    assert [" ".join(line.text_content().split()) for line in shown[1].iter("li")] == [
        "更方便: Accuracy: source language fragment, major – left by ana, of an earlier text",
        "ESA 33 by bo, of an earlier text",
    ]
    assert [" ".join(line.text_content().split()) for line in shown[3].iter("li")] == [
        "deeply welcomed: Style: unnatural or awkward, minor by bo",
        "ESA 80 by ana",
        "ESA 70 by bo",
    ]
    for pair, state in zip(shown[:2], library().states[:2], strict=True):
        target = pair.xpath(".//p")[1]
        assert "".join(target.xpath(".//text()[not(ancestor::ins)]")) == state.pair.target
        assert "".join(target.xpath(".//text()[not(ancestor::del)]")) == state.text


def test_failed_checks_are_told() -> None:
    assert "The check Numbers failed on pair lib-3 and found nothing there: ValueError: no such numeral" in notes_of(
        page_of(library(), flags=[FLAGS])
    )


def test_a_small_sample_gets_no_verdict_and_a_large_one_no_note() -> None:
    assert any("This is a small sample: 45 words" in note for note in notes_of(page_of(library())))
    large = reviewed(article_of([("一", "word " * 500)]), [(1, "ana", Correction("words " * 500))])
    assert notes_of(page_of(large)) == []


def test_what_is_not_reviewed_is_told() -> None:
    untouched = reviewed(article_of([("一", "One."), ("二", "Two.")]))
    begun = reviewed(article_of([("一", "One."), ("二", "Two.")]), [(1, "ana", Correction("First."))])
    assert "Nothing is corrected yet" in notes_of(page_of(untouched))[0]
    assert "1 pair is unreviewed and counts as unchanged" in notes_of(page_of(begun))[0]


def test_without_scores_it_says_so() -> None:
    page = page_of(reviewed(article_of([("一", "")])), scores=())
    assert "No scores were counted." in page.text_content()
    assert rows_of(page, "articles")[0][-1] == "–"


def test_right_to_left_texts_are_marked() -> None:
    page = page_of(reviewed(article_of([("Hello.", "مرحبا.")], langs=("en", "ar")), [(1, "ana", Correction("أهلا."))]))
    assert page.xpath("//article//p/@dir") == ["ltr", "rtl"]
    assert page.xpath("//article//p/@lang") == ["en", "ar"]


def test_hostile_text_is_text() -> None:
    review = hostile()
    marked = ErrorSpan(Span(0, 5), HOSTILE[0], HOSTILE[1], "minor", note=HOSTILE[4])
    page = page_of(reviewed(review.article, [(1, HOSTILE[0], marked), (2, HOSTILE[2], Correction(HOSTILE[3]))]))
    assert not page.xpath("//script | //img | //*[@onerror]")
    assert page.findtext(".//title") == f"Review report: {HOSTILE[0]}"
    text = page.text_content()
    assert "{{ 7 * 7 }}" in page_of(review).text_content()
    assert "U+202E" in text
    for character in "\x00\x08\x1b\u202e\u2066\u200f\ufffe":
        assert character not in report_html([review], [FLAGS], (), called=called, at=AT)


@pytest.mark.parametrize(
    ("text", "changed", "shown"),
    [
        ("plain text", False, (Run("plain text"),)),
        ("a\u202eb", False, (Run("a"), Run("\u202e", "U+202E"), Run("b"))),
        ("a\nb", False, (Run("a\nb"),)),
        ("a\nb", True, (Run("a"), Run("\n", "↵"), Run("b"))),
        ("\u00a0", False, (Run("\u00a0"),)),
        ("\u00a0", True, (Run("\u00a0", "U+00A0"),)),
        ("\ud800", False, (Run("\ud800", "U+D800"),)),
        ("\U0001f468\u200d\U0001f469", False, (Run("\U0001f468\u200d\U0001f469"),)),
        ("", False, ()),
    ],
)
def test_what_cannot_be_seen_is_named(text: str, changed: bool, shown: tuple[Run, ...]) -> None:
    assert runs(text, changed=changed) == shown
    assert "".join(run.text for run in runs(text, changed=changed)) == text


def test_a_replacement_is_what_went_and_then_what_came() -> None:
    assert [(one.kind, one.text) for one in pieces("a b", "a c")] == [("same", "a "), ("gone", "b"), ("new", "c")]


def test_sizes_are_in_words_or_characters() -> None:
    chinese = chapter(reviewed(article_of([("The cat.", "猫在哪里？")], langs=("en", "zh"))), Flags())
    assert (chinese.size, chinese.unit) == (4, "characters")
    assert small([(chinese.size, chinese.unit)]) == (4, "characters")
    english = chapter(library(), FLAGS)
    assert (english.size, english.unit, english.changed, english.open_findings) == (45, "words", 4, 2)
    assert small([(each.size, each.unit) for each in (chinese, english)]) == (49, "words")


def test_counts_are_sorted_by_weight() -> None:
    assert [count.open for count in check_counts([library()], [FLAGS])] == [1, 1, 0]
    marks = [ErrorSpan(Span(0, 1), "x", category, "minor") for category in ("style/awkward", "fluency/punctuation")]
    review = reviewed(article_of([("一", "x")]), [(1, "ana", mark) for mark in marks])
    assert [(count.category, count.points) for count in error_counts([review])] == [
        ("style/awkward", 1),
        ("fluency/punctuation", 0.1),
    ]


def test_errors_of_corrected_texts_are_no_errors_of_the_machine() -> None:
    omission = ErrorSpan(Span(0, 1), "一", "accuracy/omission", "major", "source")
    acts: Acts = [
        (1, "ana", ErrorSpan(Span(0, 3), "One", "other", "minor")),
        (1, "bo", ErrorSpan(Span(0, 3), "One", "other", "minor")),
        (1, "ana", Correction("Two.")),
        (1, "ana", ErrorSpan(Span(0, 3), "Two", "other", "major")),
        (1, "ana", omission),
    ]
    review = reviewed(article_of([("一", "One.")]), acts)
    assert [(count.category, count.counts, count.points, count.corrected) for count in error_counts([review])] == [
        ("accuracy/omission", (0, 0, 1, 0), 5, 0),
        ("other", (0, 2, 0, 0), 2, 1),
    ]
    told = [(rater.reviewer, rater.errors, rater.points, rater.corrected) for rater in rater_counts([review])]
    assert told == [("ana", 2, 6, 1), ("bo", 1, 1, 0)]


def test_flags_have_to_be_those_of_the_reviews() -> None:
    with pytest.raises(ValueError, match="shorter"):
        report_html([library()], [], (), called=called, at=AT)


def test_samples_are_told_with_their_pedigree() -> None:
    approved = Judgement("j1", "own-1", 0, "<b>Bo</b>", AT, StatusChange("approved"))
    marked = Judgement("j2", "own-3", 0, "Ana", AT, ErrorSpan(Span(0, 3), "120", "accuracy/mistranslation", "major"))
    review = review_of(article_of(LIBRARY, title="<img src=x>", article_id="own"), [approved, marked])
    drawn = Event("s1", "own", "Ana", AT, Sample(("own-3", "own-1", "own-6"), 4711, 3, 4))
    found = estimates(review, [drawn], [approved, marked])
    page = html.document_fromstring(report_html([review], [Flags()], (), found, called=called, at=AT))
    ((said, *figures, signature),) = rows_of(page, "samples")
    assert said.startswith("4 unread pairs without findings, 3 drawn by Ana with the seed 4711. 2 of 3 read, 1 with an")
    assert figures == ["3", "2", "1", "50.0", "25.0 to 75.0"]
    assert "seed:4711" in signature
    assert "readers:Ana+<b>Bo</b>" in signature
    both = html.document_fromstring(
        report_html([review, library()], [Flags(), Flags()], (), found, called=called, at=AT)
    )
    assert rows_of(both, "samples")[0][0].startswith("<img src=x>: 4 unread pairs")
    assert not rows_of(page_of(library()), "samples")
