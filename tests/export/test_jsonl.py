"""The pairs with all judgements, read back equal."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from review.export import export
from review.judgements import Correction, ErrorSpan, Judgement, PairState, Review, SegmentScore, Value
from review.types import Finding, Flags, Pair, Span
from tests.reviewed import AT, FLAGS, article_of, hostile, library, reviewed


def lines_of(review: Review, flags: Flags = FLAGS) -> list[dict[str, Any]]:
    return [json.loads(line) for line in export(review, "jsonl", at=AT, flags=flags).decode().splitlines()]


def spanned(fields: dict[str, Any]) -> dict[str, Any]:
    spans = {key: Span(**fields[key]) for key in ("span", "counterpart") if fields.get(key)}
    return {**fields, **spans}


def state_in(line: dict[str, Any]) -> PairState:
    sides = {key: line[key] for key in ("id", "source", "target", "source_lang", "target_lang", "doc")}
    return PairState(
        pair=Pair(**sides, alternatives=tuple(line["alternatives"])),
        version=line["version"],
        text=line["corrected"],
        status=line["status"],
        dismissed=frozenset(line["dismissed"]),
        marks=tuple(judgement_in(line, error, lambda told: ErrorSpan(**spanned(told))) for error in line["errors"]),
        scores=tuple(judgement_in(line, score, lambda told: SegmentScore(**told)) for score in line["scores"]),
        corrections=tuple(judgement_in(line, made, correction_in) for made in line["corrections"]),
    )


def correction_in(told: dict[str, Any]) -> Correction:
    mended = {name: tuple(ErrorSpan(**spanned(error)) for error in told[name]) for name in ("errors", "guessed")}
    return Correction(**{**told, **mended})


def judgement_in(line: dict[str, Any], said: dict[str, Any], value: Callable[[dict[str, Any]], Value]) -> Judgement:
    signature = {name: said[name] for name in ("id", "version", "reviewer")}
    told = {name: field for name, field in said.items() if name not in {*signature, "at"}}
    return Judgement(pair=line["id"], at=datetime.fromisoformat(said["at"]), value=value(told), **signature)


def test_the_review_reads_back_equal() -> None:
    for review in (library(), hostile()):
        assert tuple(map(state_in, lines_of(review))) == review.states


def test_the_findings_read_back_equal() -> None:
    found = [finding for line in lines_of(library()) for finding in line["findings"]]
    assert tuple(Finding(**{**spanned(one), "fixes": tuple(one["fixes"])}) for one in found) == FLAGS.findings


def test_lines_are_lines_for_every_reader() -> None:
    texts = "a\u2028b\x85c\x0bd\x1ce\ud800f"
    content = export(reviewed(article_of([("一", texts)])), "jsonl", at=AT).decode()
    assert content.splitlines() == [content.removesuffix("\n")]
    assert json.loads(content)["target"] == texts.replace("\x0b", "\x0b")


def test_chinese_stays_legible() -> None:
    assert "市图书馆" in export(library(), "jsonl", at=AT).decode()
