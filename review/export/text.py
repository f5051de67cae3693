"""The corrected article as plain text, in the encoding that the translation came in."""

from __future__ import annotations

from review.article import corrected_text
from review.export.edition import Edition, encodable
from review.judgements import Review
from review.texts.encoding import encode

FALLBACK = "utf-8"


def encoding_of(review: Review) -> str:
    """The encoding that the corrected text is written in.

    That of the file it was read from, with its byte order mark; or utf-8 where that one cannot hold all its characters
    or is not known here, which a door should then say.
    """
    named = review.article.translation.text.origin.encoding
    try:
        encode(encodable(corrected_text(review)), named)
    except (UnicodeEncodeError, LookupError):
        return FALLBACK
    return named


def write_text(edition: Edition) -> bytes:
    """The corrected text, every character of it, line breaks as they were; only a lone surrogate becomes U+FFFD."""
    return encode(encodable(corrected_text(edition.review)), encoding_of(edition.review))
