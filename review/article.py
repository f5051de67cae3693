"""An article's pairs, and its translation put together again from the corrected ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from review.judgements import PairState, Review
from review.languages import language
from review.types import Article, Bead, Pair, Span, Text, WordLink

TITLE_LENGTH = 160
SINGLE_GAP = ("", " ")
PARAGRAPH_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the corrected translation: the states of its pairs, in order, and its text.

    `tails` are the white space behind each pair; that behind the last one parts the paragraph from the next.
    """

    states: tuple[PairState, ...]
    text: str
    tails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alternative:
    """What another system made of the source of a pair; `wider` when its sentences render more than that source."""

    system: str
    text: str
    wider: bool


def extent(text: Text, indexes: Sequence[int]) -> Span:
    """The place of a run of segments, from the first visible character to the last.

    White space behind it on the same line belongs to it when it is more than the one space that parts sentences:
    a reviewer has to see it to remove it. A run of no segments has the empty place at 0.
    """
    if not indexes:
        return Span(0, 0)
    first, last = text.segments[indexes[0]], text.segments[indexes[-1]]
    end = last.body.end
    inline = next(iter(text.raw[end : last.span.end].splitlines()), "")
    return Span(first.body.start, end if inline in SINGLE_GAP else end + len(inline))


def as_title(line: str) -> str:
    """A line as a title: cut where it is long."""
    return line if len(line) <= TITLE_LENGTH else line[: TITLE_LENGTH - 1] + "…"


def pair_of(article: Article, bead: Bead, alternatives: Sequence[Alternative] = ()) -> Pair:
    """The two texts of a bead of the translation under review, with what the other systems made of the same source."""
    source, target = article.source, article.translation.text
    return Pair(
        id=bead.id,
        source=extent(source, bead.source).of(source.raw),
        target=extent(target, bead.target).of(target.raw),
        source_lang=source.lang,
        target_lang=target.lang,
        doc=article.id,
        alternatives=tuple(other.text for other in alternatives),
    )


def words_of(article: Article, bead: Bead) -> tuple[WordLink, ...]:
    """The words that speak for a bead of the translation under review, as places in the texts of its pair."""
    source = extent(article.source, bead.source).start
    target = extent(article.translation.text, bead.target).start
    return tuple(WordLink(link.source.moved(-source), link.target.moved(-target), link.weight) for link in bead.words)


def pairs_of(article: Article) -> tuple[Pair, ...]:
    """The pairs of the translation under review, in the order of its beads."""
    beads = article.translation.beads
    return tuple(pair_of(article, *both) for both in zip(beads, alternatives_of(article, beads), strict=True))


def alternatives_of(article: Article, beads: Sequence[Bead]) -> tuple[tuple[Alternative, ...], ...]:
    """For each of those beads of the translation under review, what the other systems made of its source."""
    found: list[list[Alternative]] = [[] for _ in beads]
    for made in article.translations:
        if made.system == article.under_review:
            continue
        linked = {index: number for number, link in enumerate(made.beads) for index in link.source}
        for bead, others in zip(beads, found, strict=True):
            links = [made.beads[number] for number in dict.fromkeys(linked[i] for i in bead.source if i in linked)]
            text = _joined(made.text, [link.target for link in links])
            if text:
                wider = any(index not in bead.source for link in links for index in link.source)
                others.append(Alternative(made.system, text, wider))
    return tuple(map(tuple, found))


def corrected_blocks(review: Review, *, emptied: bool = False) -> tuple[Block, ...]:
    """The corrected translation by paragraphs; those that the review has emptied are left out unless asked for."""
    blocks = []
    for _, run in groupby(_pieces(review), key=lambda piece: piece.paragraph):
        pieces = tuple(run)
        joined = "".join(piece.text + piece.tail for piece in pieces).strip()
        if joined or (emptied and any(piece.state.changed for piece in pieces)):
            states, tails = zip(*((piece.state, piece.tail) for piece in pieces), strict=True)
            blocks.append(Block(states, joined, tails))
    return tuple(blocks)


def corrected_text(review: Review) -> str:
    """The translation as it stands after review: raw text wherever nothing was changed.

    Law: with no correction it is the raw text. White space between pairs is kept; a pair that was emptied takes the
    white space behind it along. A text typed for an omitted sentence stands in the paragraph of the neighbour whose
    source paragraph it shares, else in one of its own.
    """
    raw = review.article.translation.text.raw
    pieces = _pieces(review)
    first = next((piece.start for piece in pieces if piece.start is not None), len(raw))
    return raw[:first] + "".join(piece.text + piece.tail for piece in pieces)


@dataclass(slots=True)
class _Piece:
    """A pair's text in the corrected translation, the white space behind it, and the paragraph it belongs to.

    `start` is its place in the raw text, None for a sentence that the translation had omitted.
    """

    bead: Bead
    state: PairState
    text: str
    tail: str
    paragraph: tuple[int, int]
    start: int | None


def _pieces(review: Review) -> list[_Piece]:
    pieces: list[_Piece] = []
    placed = _in_target_order(review)
    for (bead, state), following in zip(placed, _followers([bead for bead, _ in placed]), strict=True):
        if bead.target:
            _append(pieces, _piece(review, bead, state))
        else:
            _insert(pieces, review, bead, state, following)
    return pieces


def _followers(beads: list[Bead]) -> list[Bead | None]:
    """For each bead the next one that has a target."""
    found: list[Bead | None] = []
    following: Bead | None = None
    for bead in reversed(beads):
        found.append(following)
        following = bead if bead.target else following
    return found[::-1]


def _piece(review: Review, bead: Bead, state: PairState) -> _Piece:
    text = review.article.translation.text
    span, last = extent(text, bead.target), text.segments[bead.target[-1]]
    tail = text.raw[span.end : last.span.end]
    stripped = state.changed and state.pair.target[-1:].isspace() and not state.text[-1:].isspace()
    if stripped and not tail and language(text.lang).spaced and last.index + 1 < len(text.segments):
        tail = " "
    return _Piece(bead, state, state.text, tail, (text.segments[bead.target[0]].paragraph, 0), span.start)


def _append(pieces: list[_Piece], piece: _Piece) -> None:
    if not piece.text and piece.state.changed:
        before = pieces[-1] if pieces else None
        if before and before.text and before.paragraph == piece.paragraph and piece.tail.strip(" ") != "":
            before.tail = piece.tail
        piece.tail = ""
    pieces.append(piece)


def _insert(pieces: list[_Piece], review: Review, bead: Bead, state: PairState, following: Bead | None) -> None:
    """A sentence that the translation had omitted, empty as long as nobody has typed it."""
    space = " " if language(review.article.translation.text.lang).spaced else ""
    before = pieces[-1] if pieces else None
    own = (before.paragraph[0] if before else -1, (before.paragraph[1] if before else 0) + 1)
    piece = _Piece(bead, state, state.text, "", own, None)
    if before and _last_paragraph_of(review, before.bead) == _paragraph_of(review, bead):
        piece.paragraph = before.paragraph
        if state.text:
            piece.tail, before.tail = before.tail, space
    elif following and _paragraph_of(review, bead) == _paragraph_of(review, following):
        piece.paragraph = (review.article.translation.text.segments[following.target[0]].paragraph, 0)
        piece.tail = space if state.text else ""
    elif state.text:
        piece.tail = before.tail if before else PARAGRAPH_BREAK
        if before and not before.tail.strip(" "):
            before.tail = PARAGRAPH_BREAK
    pieces.append(piece)


def _paragraph_of(review: Review, bead: Bead) -> int:
    """The source paragraph that a bead begins in; −1 for one without source."""
    return review.article.source.segments[bead.source[0]].paragraph if bead.source else -1


def _last_paragraph_of(review: Review, bead: Bead) -> int:
    return review.article.source.segments[bead.source[-1]].paragraph if bead.source else -1


def _joined(text: Text, runs: Sequence[Sequence[int]]) -> str:
    """The runs of segments as they stand; those that are no neighbours in the text are put one behind the other."""
    joined: list[list[int]] = []
    for run in filter(None, runs):
        if joined and run[0] == joined[-1][-1] + 1:
            joined[-1].extend(run)
        else:
            joined.append(list(run))
    space = " " if language(text.lang).spaced else ""
    return space.join(extent(text, run).of(text.raw) for run in joined)


def _in_target_order(review: Review) -> list[tuple[Bead, PairState]]:
    """Beads with their states by their place in the target; those without one follow the bead before them."""
    place, rows = -1, []
    for bead, state in zip(review.article.translation.beads, review.states, strict=True):
        place = bead.target[0] if bead.target else place
        rows.append((place, bead, state))
    return [(bead, state) for _, bead, state in sorted(rows, key=lambda row: row[0])]


def article_of(pair: str) -> str:
    """The id of the article that a pair is of."""
    return pair.rpartition("/")[0]
