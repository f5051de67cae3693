"""What the aligner gains from confirmed beads: run `python -m tests.gate.taught` for the figures.

Each document is aligned twice: untaught, and with the lexicon that the gold beads of the others teach. A set of one
document is cut into quarters, each taught by the other three.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from review.align.align import align
from review.align.known import lexicon_of
from tests.gate.beads import DEV, Agreement, Aligned, Link, agreement, dev_set, links_of, pooled

PARTS = 4


def texts_of(document: Aligned) -> list[tuple[str, str]]:
    """Both sides of the gold beads that link something, as a reviewer confirms them."""
    source, target = document.sides
    return [
        (" ".join(source[index].text for index in link[0]), " ".join(target[index].text for index in link[1]))
        for link in document.links
        if all(link)
    ]


def parts(document: Aligned, number: int = PARTS) -> tuple[Aligned, ...]:
    """The document in so many runs of beads; links that cross from one to another are in none."""
    full = [link for link in document.links if all(link)]
    cuts = [full[len(full) * part // number - 1] for part in range(1, number)]
    sizes = len(document.sides[0]), len(document.sides[1])
    edges = [(0, 0), *((max(link[0]) + 1, max(link[1]) + 1) for link in cuts), sizes]
    return tuple(_part(document, start, end) for start, end in pairwise(edges))


def _part(document: Aligned, start: tuple[int, int], end: tuple[int, int]) -> Aligned:
    source, target = (side[low:high] for side, low, high in zip(document.sides, start, end, strict=True))
    links = tuple(moved for link in document.links if (moved := _moved(link, start, end)) is not None)
    return Aligned(f"{document.name} from {start}", document.langs, (source, target), links)


def _moved(link: Link, start: tuple[int, int], end: tuple[int, int]) -> Link | None:
    """The link counted from the start of its part; None for one that is not wholly inside."""
    bounds = tuple(zip(link, start, end, strict=True))
    if not all(low <= index < high for side, low, high in bounds for index in side):
        return None
    source, target = (tuple(index - low for index in side) for side, low, _ in bounds)
    return source, target


def gained(documents: Sequence[Aligned]) -> tuple[Agreement, Agreement]:
    """The agreement of the untaught aligner with gold, and that of the taught one."""
    untaught, taught = zip(*_both(documents), strict=True)
    return pooled(untaught), pooled(taught)


def _both(documents: Sequence[Aligned]) -> Iterator[tuple[Agreement, Agreement]]:
    for document in documents:
        source, target = document.text(0), document.text(1)
        pairs = [pair for other in documents if other is not document for pair in texts_of(other)]
        lexicon = lexicon_of(pairs, *document.langs)
        yield (
            agreement(links_of(align(source, target)), document.links),
            agreement(links_of(align(source, target, lexicon=lexicon)), document.links),
        )


def main() -> None:
    for name in DEV:
        documents = dev_set(name)
        if documents:
            untaught, taught = gained(documents if len(documents) > 1 else parts(documents[0]))
            print(  # noqa: T201
                f"{name:16} strict {untaught.strict_f1:.3f} → {taught.strict_f1:.3f}, "
                f"lax {untaught.lax_f1:.3f} → {taught.lax_f1:.3f}"
            )


if __name__ == "__main__":
    main()
