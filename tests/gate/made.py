"""Made test sets for what no published set tests: sentences left out, added, foreign, furniture, and swapped.

Each kind changes an aligned document in one way and says what its beads are then. Run
`python -m tests.gate.made` for the figures of every kind; `--set mac-zh-en` for one set, `--failures 5` for examples.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from review.align.align import align
from review.types import Bead
from tests.gate.beads import (
    DEV,
    Agreement,
    Aligned,
    Ids,
    Link,
    Sentence,
    agreement,
    dev_set,
    links_of,
    null_sentences,
    pooled,
    samples,
    singly,
)

SEED = 12345
ENOUGH = 160  # beads: a shorter document is made into several, so that each kind has nulls to count
FEWEST = 20  # beads of a document that a block can be taken from

FURNITURE = {
    "de": ("Startseite", "Drucken", "Diesen Beitrag teilen:", "Aufrufe: 1284", "Alle Rechte vorbehalten.", "Impressum"),
    "en": ("Home", "Print this page", "Share this article:", "Views: 1284", "All rights reserved.", "Contact us"),
    "fr": ("Accueil", "Imprimer", "Partager cet article :", "Vues : 1284", "Tous droits réservés.", "Nous contacter"),
    "is": ("Forsíða", "Prenta síðu", "Deila þessari grein:", "Skoðað: 1284", "Allur réttur áskilinn.", "Hafa samband"),
    "ja": ("ホーム", "このページを印刷", "この記事を共有:", "閲覧数:1284", "無断転載を禁じます。", "お問い合わせ"),
    "ru": ("Главная", "Версия для печати", "Поделиться:", "Просмотров: 1284", "Все права защищены.", "Контакты"),
    "zh": ("首页", "打印本页", "分享到:", "浏览次数:1284", "版权所有。", "联系我们"),
}
"""Lines that a page has around its article."""

Place = int | Sentence
"""A sentence of the document by its index, or a new one."""
Making = Callable[[Aligned, Sequence[Aligned], Random], Aligned]


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to change a document; `make` takes it, the documents that others' sentences come from, and chance."""

    name: str
    make: Making


def remade(document: Aligned, side: int, order: Sequence[Place]) -> Aligned:
    """The document with one side's sentences in a new order, some left out and some new; new ones stand alone.

    A link one side of which is gone becomes null links of the other.
    """
    kept = document.sides[side]
    at = {place: number for number, place in enumerate(order) if isinstance(place, int)}
    links = [_moved(link, side, at) for link in document.links]
    new = tuple(number for number, place in enumerate(order) if isinstance(place, Sentence))
    links.append(((), new) if side else (new, ()))
    sentences = tuple(kept[place] if isinstance(place, int) else place for place in order)
    sides = (document.sides[0], sentences) if side else (sentences, document.sides[1])
    return Aligned(document.name, document.langs, sides, singly(links))


def _moved(link: Link, side: int, at: dict[int, int]) -> Link:
    moved = tuple(sorted(at[index] for index in link[side] if index in at))
    return (link[0], moved) if side else (moved, link[1])


def _as_it_is(document: Aligned, others: Sequence[Aligned], chance: Random) -> Aligned:
    return document


def _omitted(document: Aligned, others: Sequence[Aligned], chance: Random) -> Aligned:
    """5 to 10 % of the beads lose their target."""
    full = [link for link in document.links if all(link)]
    lost = chance.sample(full, max(1, round(chance.uniform(0.05, 0.10) * len(full))))
    return _without(document, {index for link in lost for index in link[1]})


def _added(document: Aligned, others: Sequence[Aligned], chance: Random) -> Aligned:
    """Foreign target sentences after 5 to 10 % of the beads, one or two at a place."""
    ends = [max(link[1]) for link in document.links if all(link)]
    chosen = set(chance.sample(ends, max(1, round(chance.uniform(0.05, 0.10) * len(ends)))))
    order: list[Place] = []
    for index, sentence in enumerate(document.sides[1]):
        order.append(index)
        if index in chosen:
            far = _foreign(document, others, index, chance.choice((1, 1, 2)), chance)
            order.extend(Sentence(each.text, sentence.paragraph) for each in far)
    return remade(document, 1, order)


def _missing(document: Aligned, others: Sequence[Aligned], chance: Random) -> Aligned:
    """The target of 10 to 30 % of the beads, all in one place, is missing."""
    return _without(document, set(_block(document, chance)))


def _replaced(document: Aligned, others: Sequence[Aligned], chance: Random) -> Aligned:
    """The target of 10 to 30 % of the beads, all in one place, is another text."""
    block = _block(document, chance)
    far = _foreign(document, others, block[len(block) // 2], len(block), chance)
    order: list[Place] = [index for index in range(len(document.sides[1])) if index not in set(block)]
    place = sum(isinstance(index, int) and index < block[0] for index in order)
    return remade(document, 1, [*order[:place], *far, *order[place:]])


def _furniture(document: Aligned, others: Sequence[Aligned], chance: Random) -> Aligned:
    """Three to six lines of page around one side, at its top, its end, or both."""
    side = chance.choice((0, 1))
    lines = [Sentence(line, ("furniture", line)) for line in FURNITURE.get(document.langs[side], FURNITURE["en"])]
    chosen = chance.sample(lines, chance.randint(3, len(lines)))
    above = chance.choice((0, len(chosen) // 2, len(chosen)))
    return remade(document, side, [*chosen[:above], *range(len(document.sides[side])), *chosen[above:]])


def _swapped(document: Aligned, others: Sequence[Aligned], chance: Random) -> Aligned:
    """Two neighbouring blocks of three to eight beads change places in the target."""
    full = [link for link in document.links if all(link)]
    sizes = [chance.randint(3, min(8, len(full) // 3)) for _ in range(2)]
    start = chance.randrange(len(full) - sum(sizes))
    first, second = full[start : start + sizes[0]], full[start + sizes[0] : start + sum(sizes)]
    low, middle, high = min(first[0][1]), min(second[0][1]), max(second[-1][1]) + 1
    end = len(document.sides[1])
    return remade(document, 1, [*range(low), *range(middle, high), *range(low, middle), *range(high, end)])


def _without(document: Aligned, lost: set[int]) -> Aligned:
    return remade(document, 1, [index for index in range(len(document.sides[1])) if index not in lost])


def _block(document: Aligned, chance: Random) -> Ids:
    """The target sentences of 10 to 30 % of the beads, one after the other in the text."""
    full = [link for link in document.links if all(link)]
    size = max(2, round(chance.uniform(0.10, 0.30) * len(full)))
    start = chance.randrange(len(full) - size)
    return tuple(sorted(index for link in full[start : start + size] for index in link[1]))


def _foreign(
    document: Aligned, others: Sequence[Aligned], near: int, size: int, chance: Random
) -> tuple[Sentence, ...]:
    """As many sentences from one place of another document, or else of this one's far half."""
    donors = [other for other in others if other.name != document.name and other.langs[1] == document.langs[1]]
    far = len(document.sides[1]) // 2
    pool = chance.choice(donors).sides[1] if donors else (document.sides[1] * 2)[near + far // 2 : near + 3 * far // 2]
    start = chance.randrange(max(1, len(pool) - size))
    taken = (pool * (size // len(pool) + 1))[start : start + size]
    return tuple(Sentence(sentence.text, ("foreign", sentence.paragraph)) for sentence in taken)


KINDS = (
    Kind("as it is", _as_it_is),
    Kind("omitted", _omitted),
    Kind("added", _added),
    Kind("block missing", _missing),
    Kind("block foreign", _replaced),
    Kind("furniture", _furniture),
    Kind("swapped", _swapped),
)


def made(kind: Kind, documents: Sequence[Aligned], seed: int = SEED, enough: int = ENOUGH) -> Iterator[Aligned]:
    """The documents changed in that way; one of fewer than `enough` beads several times, in other places."""
    for document in documents:
        if len(document.links) >= FEWEST:
            times = 1 if kind.make is _as_it_is else max(1, enough // len(document.links))
            for number in range(times):
                yield kind.make(document, documents, Random(f"{seed} {kind.name} {document.name} {number}"))


def aligned(document: Aligned) -> tuple[Bead, ...]:
    return align(document.text(0), document.text(1))


def measured(kind: Kind, documents: Sequence[Aligned], seed: int = SEED, enough: int = ENOUGH) -> Agreement:
    """The agreement of the aligner with the gold of made documents, added up."""
    found = ((document, aligned(document)) for document in made(kind, documents, seed, enough))
    return pooled(agreement(links_of(beads), document.links) for document, beads in found)


HEADING = f"{'set':16} {'kind':14} strict    lax  nulls: true found     P     R  crossing found"


def row(name: str, kind: Kind, figures: Agreement) -> str:
    found, true, _ = figures.nulls
    return (
        f"{name:16} {kind.name:14} {figures.strict_f1:6.3f} {figures.lax_f1:6.3f}  {true:11} {found:5} "
        f"{figures.null_precision:5.3f} {figures.null_recall:5.3f}  {_of(figures.crossing)}"
    )


def _of(crossing: tuple[int, int]) -> str:
    return f"{crossing[1]} of {crossing[0]}"


def failures(document: Aligned, beads: Sequence[Bead]) -> Iterator[str]:
    """What was found for each sentence that stands alone and was linked, or is linked and was left alone."""
    should, alone = null_sentences(document.links), null_sentences(links_of(beads))
    for bead in beads:
        places = {(0, index) for index in bead.source} | {(1, index) for index in bead.target}
        wrong = (places & should - alone) | (places & alone - should)
        if wrong:
            yield "\n".join(
                [f"{document.name} {bead.source}:{bead.target} {bead.score:+.2f}", *_shown(document, wrong, should)]
            )


def _shown(document: Aligned, wrong: set[tuple[int, int]], should: set[tuple[int, int]]) -> Iterator[str]:
    for side, index in sorted(wrong):
        said = "stands alone, linked" if (side, index) in should else "linked, left alone"
        yield f"    {'source' if side == 0 else 'target'} {index} ({said}): {document.sides[side][index].text[:100]}"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", action="append", choices=(*DEV, "corpora"), help="only this set")
    parser.add_argument("--kind", action="append", choices=[kind.name for kind in KINDS], help="only this kind")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--failures", type=int, default=0, help="so many wrong beads of each kind and set")
    asked = parser.parse_args(arguments)
    print(HEADING)  # noqa: T201
    for name in asked.set or (*DEV, "corpora"):
        documents = samples() if name == "corpora" else dev_set(name)
        for kind in KINDS:
            if documents and (not asked.kind or kind.name in asked.kind):
                print(row(name, kind, measured(kind, documents, asked.seed)), flush=True)  # noqa: T201
                wrong = (each for one in made(kind, documents, asked.seed) for each in failures(one, aligned(one)))
                for example, _ in zip(wrong, range(asked.failures), strict=False):
                    print(example)  # noqa: T201


if __name__ == "__main__":
    main()
