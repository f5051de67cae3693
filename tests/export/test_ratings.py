"""The files of mt-metrics-eval, read back as that program reads them."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from review.export import export
from review.history import review_of
from review.judged.rated import rated
from review.judgements import Correction, ErrorSpan, Judgement, Review, SegmentScore, StatusChange
from review.types import Span
from tests.reviewed import AT, HOSTILE, Acts, article_of, hostile, library, reviewed


def files(review: Review) -> dict[str, list[str]]:
    with ZipFile(BytesIO(export(review, "ratings", at=AT))) as archive:
        return {name: archive.read(name).decode().split("\n")[:-1] for name in archive.namelist()}


def ratings(lines: list[str]) -> list[tuple[str, Any]]:
    """Each line's system with its errors; None where it was not rated."""
    told = (line.split("\t") for line in lines)
    return [(system, None if said == "None" else json.loads(said)["errors"]) for system, said in told]


def test_the_archive_is_laid_out_as_the_program_expects() -> None:
    found = files(library())
    assert sorted(found) == [
        "documents/zh-en.docs",
        "human-scores/zh-en.esa.seg.score",
        "human-scores/zh-en.mqm.ana.seg.rating",
        "human-scores/zh-en.mqm.bo.seg.rating",
        "human-scores/zh-en.mqm.seg.score",
        "references/zh-en.corrected.txt",
        "sources/zh-en.txt",
        "system-outputs/zh-en/Baseline_MT.txt",
        "system-outputs/zh-en/corrected.txt",
    ]
    lengths = {name.split("/")[0]: len(lines) for name, lines in found.items()}
    assert lengths == {"documents": 6, "human-scores": 12, "references": 6, "sources": 6, "system-outputs": 6}
    assert set(found["documents/zh-en.docs"]) == {"article\tlib"}
    assert found["references/zh-en.corrected.txt"][0] == "City Library Extends Its Opening Hours"
    assert found["system-outputs/zh-en/Baseline_MT.txt"][0] == "City Library Extends its Opening Hours"


def test_not_rated_clean_and_marked_are_kept_apart() -> None:
    acts: Acts = [
        (1, "ana", ErrorSpan(Span(4, 9), "seats", "accuracy/mistranslation", "major")),
        (1, "ana", ErrorSpan(Span(0, 1), "座", "accuracy/omission", "minor", "source")),
        (1, "bo", SegmentScore(90)),
        (1, "bo", Correction("New chairs.")),
        (2, "bo", SegmentScore(100)),
    ]
    found = files(reviewed(article_of([("座", "New seats."), ("二", "Two."), ("三", "Three.")]), acts))
    marked = {"start": 4, "end": 9, "category": "accuracy/mistranslation", "severity": "major", "score": 5.0}
    left_out = {"start": 0, "end": 1, "category": "accuracy/omission", "severity": "minor", "score": 1.0}
    assert ratings(found["human-scores/zh-en.mqm.ana.seg.rating"]) == [
        ("Baseline_MT", [marked | {"is_source_error": False}, left_out | {"is_source_error": True}]),
        *[("Baseline_MT", None)] * 2,
        *[("corrected", None)] * 3,
    ]
    assert ratings(found["human-scores/zh-en.mqm.bo.seg.rating"]) == [
        *[("Baseline_MT", [])] * 2,
        ("Baseline_MT", None),
        ("corrected", None),
        ("corrected", []),
        ("corrected", None),
    ]
    told = [line.split("\t")[1] for line in found["human-scores/zh-en.mqm.seg.score"]]
    assert told == ["-3", "0", "None", "None", "0", "None"]
    assert [line.split("\t")[1] for line in found["human-scores/zh-en.esa.seg.score"]] == [
        *("90", "100", "None"),
        *("None", "100", "None"),
    ]


def test_what_was_said_of_a_text_between_is_read_back_whole() -> None:
    typo = ErrorSpan(Span(0, 3), "Teh", "fluency/spelling", "minor")
    omission = ErrorSpan(Span(1, 2), "二", "accuracy/omission", "major", "source")
    acts: Acts = [
        (1, "ana", Correction("Teh one.")),
        (1, "bo", typo),
        (1, "bo", omission),
        (1, "ana", SegmentScore(40)),
        (1, "ana", Correction("The one.")),
        (2, "ana", SegmentScore(90)),
    ]
    review = reviewed(article_of([("一二", "One."), ("三", "Three.")]), acts)
    found = files(review)
    assert found["system-outputs/zh-en/corrected-1.txt"] == ["Teh one.", "Three."]
    told = [
        (system, error["category"], error["severity"], (error["start"], error["end"]), error["is_source_error"])
        for system, errors in ratings(found["human-scores/zh-en.mqm.bo.seg.rating"])
        for error in errors or ()
    ]
    assert told == [
        ("Baseline_MT", "accuracy/omission", "major", (1, 2), True),
        ("corrected-1", "fluency/spelling", "minor", (0, 3), False),
        ("corrected-1", "accuracy/omission", "major", (1, 2), True),
    ]
    assert found["human-scores/zh-en.esa.seg.score"] == [
        *("Baseline_MT\tNone", "Baseline_MT\t90", "corrected\tNone", "corrected\t90"),
        *("corrected-1\t40", "corrected-1\t90"),
    ]


def test_the_archive_tells_the_raters_whose_agreement_is_told() -> None:
    article = article_of([("一", "One."), ("二", "Two.")])
    said = (
        Judgement("j0", "a1-1", 0, "ana", AT, StatusChange("approved")),
        Judgement(
            "j1", "a1-1", 0, "bo", AT, Correction("1.", guessed=(ErrorSpan(Span(0, 3), "One", "other", "minor"),))
        ),
        Judgement("j2", "a1-2", 0, "bo", AT, Correction("2.")),
    )
    review = review_of(article, said)
    with ZipFile(BytesIO(export(review, "ratings", at=AT, judgements=said))) as archive:
        names = [name for name in archive.namelist() if name.endswith(".rating")]
        told = {name.split(".")[2]: archive.read(name).decode().splitlines()[:2] for name in names}
    clean, none = 'Baseline_MT\t{"errors": []}', "Baseline_MT\tNone"
    assert told == {"ana": [clean, none], "bo": [clean, none]}
    assert [set(each.errors) for each in rated(review, said)] == [{"ana", "bo"}, set()]


def test_offsets_hold_where_a_text_has_line_breaks_and_rare_characters() -> None:
    text = "a\r\nb\u2028𠮷 𠮷"
    acts = [(1, "ana", ErrorSpan(Span(7, 8), "𠮷", "fluency/spelling", "minor"))]
    found = files(reviewed(article_of([("一", "x")]), [(1, "ana", Correction(text))]))
    assert len(found["system-outputs/zh-en/corrected.txt"]) == 1
    found = files(reviewed(article_of([("一", text.replace("\n", " "))]), acts))
    (error,) = ratings(found["human-scores/zh-en.mqm.ana.seg.rating"])[0][1]
    assert found["system-outputs/zh-en/Baseline_MT.txt"][0][error["start"] : error["end"]] == "𠮷"


def test_no_name_leads_out_of_the_archive_and_none_is_lost() -> None:
    acts = [(1, name, SegmentScore(50)) for name in ("../../a", ".._.._a", "/", "", HOSTILE[1])]
    found = files(reviewed(article_of([("一", "x")], system="corrected"), acts))
    assert all(".." not in name.split("/") and not name.startswith("/") for name in found)
    assert sum(name.endswith(".rating") for name in found) == len(acts)
    assert {"system-outputs/zh-en/corrected-2.txt", "system-outputs/zh-en/corrected.txt"} <= set(found)
    assert len(files(hostile())["sources/zh-en.txt"]) == len(HOSTILE)
