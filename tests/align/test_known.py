"""What confirmed pairs teach, and that the aligner is better for it."""

from __future__ import annotations

from random import Random

import pytest

from review.align.align import align
from review.align.known import lexicon_of
from review.texts.segment import lines
from review.types import Text

HALF = pytest.approx(0.5**0.5)
SHOWN = 6  # confirmed pairs that each word is in
SIZE = 4  # words of a sentence


def words(consonants: str, vowels: str) -> list[str]:
    """Fifty words that no other language has."""
    letters = Random(7)
    made = {"".join(letters.choice(letter) for letter in (consonants, vowels) * 3) for _ in range(50)}
    return sorted(made)


SOURCE, TARGET = words("bdfgk", "aeiou"), words("бдфгк", "аеиоу")
MEANING = dict(zip(SOURCE, TARGET, strict=False))


def confirmed() -> list[tuple[str, str]]:
    """Pairs of sentences in which each word occurs some times, in another order on the other side."""
    chance = Random(3)
    pairs = []
    for _ in range(SHOWN):
        bag = chance.sample(sorted(MEANING), len(MEANING))
        for start in range(0, len(bag) - SIZE + 1, SIZE):
            chosen = bag[start : start + SIZE]
            told = [MEANING[word] for word in chance.sample(chosen, SIZE)]
            pairs.append((" ".join(chosen) + ".", " ".join(told) + "."))
    return pairs


def text(sentences: list[list[str]], lang: str) -> Text:
    return lines("".join(" ".join(sentence) + ".\n" for sentence in sentences), lang)


def told(*sentence: str) -> list[str]:
    return [MEANING[word] for word in sentence]


def test_words_that_meet_often_render_each_other() -> None:
    lexicon = lexicon_of(confirmed(), "hu", "ru")
    best = {word: max(lexicon.renderings(word), default=("", 0.0), key=lambda known: known[1])[0] for word in MEANING}
    assert sum(best[word] == MEANING[word] for word in MEANING) >= 0.9 * len(MEANING)
    assert all(0 < weight <= 1 for word in MEANING for _, weight in lexicon.renderings(word))


def test_the_aligner_is_better_for_what_it_was_taught() -> None:
    """Sentences of one length, shortened in one place and cut in two in another: only words tell where."""
    body = [SOURCE[start : start + SIZE] for start in range(0, 12 * SIZE, SIZE)]
    first, second, *middle, last = body
    source = text(body, "hu")
    target = text(
        [told(*first[:2], *second[:2]), *(told(*one) for one in middle), told(*last[:2]), told(*last[2:])], "ru"
    )
    gold = [((0, 1), (0,)), *(((n,), (n - 1,)) for n in range(2, 11)), ((11,), (10, 11))]

    def strict(beads: object) -> int:
        return sum((bead.source, bead.target) in gold for bead in beads)  # type: ignore[attr-defined]

    untaught = strict(align(source, target))
    taught = strict(align(source, target, lexicon=lexicon_of(confirmed(), "hu", "ru")))
    assert (untaught, taught) == (0, len(gold))


def test_a_glossary_renders_its_terms() -> None:
    lexicon = lexicon_of([], "de", "en", glossary=[("Wasserwerk", "waterworks"), ("Vorstand", "executive board")])
    assert dict(lexicon.renderings("wasserwerk")) == {"waterwork": 1.0}
    assert dict(lexicon.renderings("vorstand")) == {"executiv": HALF, "board": HALF}


def test_a_glossary_stands_beside_confirmed_pairs() -> None:
    lexicon = lexicon_of(confirmed(), "hu", "ru", glossary=[(SOURCE[0], TARGET[1])])
    assert dict(lexicon.renderings(SOURCE[0]))[TARGET[1]] == 1.0
    assert MEANING[SOURCE[2]] in dict(lexicon.renderings(SOURCE[2]))


@pytest.mark.parametrize(
    "pairs",
    [[], [("", "")], [("kutya.", "dog.")], [("kutya", "")], [("...", "...")]],
    ids=["no pair", "an empty pair", "met once", "one side", "marks"],
)
def test_chance_teaches_nothing(pairs: list[tuple[str, str]]) -> None:
    lexicon = lexicon_of(pairs, "hu", "en")
    assert lexicon.renderings("kutya") == lexicon.renderings(".") == ()


def test_words_that_only_look_alike_and_never_meet_are_no_renderings() -> None:
    pairs = [("kommen", "go"), ("gehen", "common")] * 3
    assert "common" not in dict(lexicon_of(pairs, "de", "en").renderings("kommen"))
