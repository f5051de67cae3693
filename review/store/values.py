"""A judgement's value as JSON, with its kind beside it."""

from __future__ import annotations

import hashlib
from typing import Any

from review.judgements import Correction, Dismissal, Draft, ErrorSpan, SegmentScore, StatusChange, Value
from review.types import Span

KINDS: dict[type[Value], str] = {
    Correction: "correction",
    Draft: "draft",
    Dismissal: "dismissal",
    StatusChange: "status",
    ErrorSpan: "error",
    SegmentScore: "score",
}
VALUES = {kind: value for value, kind in KINDS.items()}

MARKED = ("errors", "guessed")
"""The fields of a correction that hold error spans."""


class KindError(ValueError):
    """A kind of judgement, or a field of one, that this version has no name for."""


def encode(value: Value) -> dict[str, Any]:
    """The value's fields in JSON's own types; a span is [start, end]."""
    fields = {name: getattr(value, name) for name in value.__slots__}
    if isinstance(value, ErrorSpan):
        fields["span"] = [value.span.start, value.span.end]
    for name in MARKED:
        if name in fields:
            fields[name] = [encode(error) for error in fields[name]]
    return fields


def decode(kind: str, fields: dict[str, Any]) -> Value:
    """The value again. Raises KindError for what a newer version has written."""
    if kind not in VALUES:
        raise KindError(f"a judgement of the kind {kind!r}")
    try:
        span = {"span": Span(*fields["span"])} if kind == "error" else {}
        marked = {name: tuple(decode("error", error) for error in fields[name]) for name in MARKED if name in fields}
        return VALUES[kind](**{**fields, **span, **marked})
    except (TypeError, ValueError, KeyError) as error:
        raise KindError(f"the kind {kind!r} with the fields {', '.join(sorted(fields))}") from error


def gist(value: Value) -> str:
    """What is looked for without reading values: the digest of a text, the status declared, or `everywhere` where a
    dismissal holds; else empty.
    """
    match value:
        case Correction(text=text) | Draft(text=text):
            return digest(text)
        case StatusChange(status=status):
            return status
        case Dismissal(scope="everywhere" as scope):
            return scope
    return ""


def digest(text: str) -> str:
    """The same for the same text and for no other: 128 bits of its BLAKE2b in hexadecimal."""
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
