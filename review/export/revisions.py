"""The machine's translation as a Word document in which every correction is a tracked change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from review import mqm
from review.article import Block, corrected_blocks
from review.export import word
from review.export.edition import Edition, written
from review.judged.tracked import Change, ChangeKind, tracked
from review.judgements import Comment, ErrorSpan, Judgement, PairState
from review.layout import headline_of

LONGEST_INITIALS = 9
"""Characters that Word shows of a commenter's initials."""
TAGS: dict[ChangeKind, str] = {"added": "w:ins", "removed": "w:del"}


def write_revisions(edition: Edition) -> bytes:
    """A document whose changes, all accepted, give the corrected article, and all refused the machine's text.

    Each change has its reviewer and the time of his last correction of the pair. What reviewers said is a comment at
    the pair: the threads that are open, and the errors that they marked. The white space between paragraphs is the
    document's own; otherwise as in the plain document. Misses comments on a pair that neither text has a word of, in a
    paragraph of its own.
    """
    document = word.opened(edition)
    blocks = corrected_blocks(edition.review, emptied=True)
    headline = headline_of(edition.title, blocks)
    hand = _Hand(document)
    for block in blocks:
        paragraph = document.add_heading(level=1) if block is headline else document.add_paragraph()
        hand.write(paragraph, block)
        if edition.language.direction == "rtl":
            word.turn(paragraph)
        hand.sign_mark(paragraph, block)
    return word.saved(document, edition.at)


@dataclass(slots=True)
class _Hand:
    """What writes into one document: its revisions are numbered through."""

    document: WordDocument
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def write(self, paragraph: Paragraph, block: Block) -> None:
        """The pairs of a paragraph with the white space between them, which stays what it was."""
        for state, tail in zip(block.states, (*block.tails[:-1], ""), strict=True):
            remarks = [self._remark(made, said) for made, said in _remarks(state)]
            for number in remarks:
                paragraph._p.append(_element("w:commentRangeStart", id=number))
            for change in tracked(state):
                self._append(paragraph, change, state)
            for number in remarks:
                paragraph._p.append(_element("w:commentRangeEnd", id=number))
                paragraph.add_run()._r.append(_element("w:commentReference", id=number))
            self._append(paragraph, Change("same", tail), state)

    def sign_mark(self, paragraph: Paragraph, block: Block) -> None:
        """Let the paragraph's end come and go with a paragraph that a review put in or took out as a whole."""
        changes = [(change, state) for state in block.states for change in tracked(state)]
        kinds = {change.kind for change, _ in changes}
        if len(kinds) == 1 and (tag := TAGS.get(changes[0][0].kind)):
            mark = OxmlElement("w:rPr")
            mark.append(self._revision(tag, *changes[-1]))
            paragraph._p.get_or_add_pPr().append(mark)

    def _append(self, paragraph: Paragraph, change: Change, state: PairState) -> None:
        if not change.text:
            return
        run = paragraph.add_run(word.lines(change.text))._r
        if tag := TAGS.get(change.kind):
            revision = self._revision(tag, change, state)
            paragraph._p.append(revision)
            revision.append(run)
        if change.kind == "removed":
            for text in run.findall(qn("w:t")):
                text.tag = qn("w:delText")

    def _revision(self, tag: str, change: Change, state: PairState) -> Any:
        moments = [made.at for made in state.corrections if made.reviewer in change.by]
        author = written(", ".join(change.by))[: word.LONGEST_PROPERTY]
        return _element(tag, id=str(next(self.numbers)), author=author, date=_moment(max(moments)))

    def _remark(self, made: Judgement, said: str) -> str:
        """The number of a new comment, signed by whose judgement it is."""
        initials = "".join(name[0] for name in written(made.reviewer).split())[:LONGEST_INITIALS]
        author = written(made.reviewer)[: word.LONGEST_PROPERTY]
        comment = self.document.comments.add_comment(word.lines(said), author, initials)
        comment._comment_elm.set(qn("w:date"), _moment(made.at))
        return str(comment.comment_id)


def _remarks(state: PairState) -> Iterator[tuple[Judgement, str]]:
    """The judgements of a pair that are told as comments, with their wording."""
    for mark in state.marks:
        if isinstance(mark.value, ErrorSpan):
            error = mark.value
            kind = mqm.said(error.category) if error.category else ""
            said = f"{error.severity.capitalize()} error: “{error.text}”"
            yield mark, " – ".join(filter(None, (said, kind, error.note)))
    for thread in state.threads:
        for made in thread.comments if thread.resolved is None else ():
            if isinstance(made.value, Comment):
                yield made, made.value.text


def _element(tag: str, **attributes: str) -> Any:
    return OxmlElement(tag, {qn(f"w:{name}"): value for name, value in attributes.items()})


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
