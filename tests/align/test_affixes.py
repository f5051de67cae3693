"""What is written onto words comes off, and no more than that."""

from __future__ import annotations

import pytest

from review.align.affixes import AFFIXES, SHORTEST, bare


@pytest.mark.parametrize(
    ("word", "lang", "expected"),
    [
        ("והבית", "he", ("הבית", "בית", "ית")),
        ("בית", "he", ("ית",)),
        ("הר", "he", ()),
        ("وكتابها", "ar", ("وكتابه", "كتابها", "وكتاب", "كتابه", "تابها", "كتاب", "تابه", "تاب")),
        ("経済的", "ja", ("経済",)),
        ("의회는", "ko", ("의회는다", "의회다", "의회", "의다")),
        ("کتابهای", "fa", ("کتابها", "کتاب")),
        ("والبيت", "xx", ()),
        ("#12", "he", ()),
        ("", "he", ()),
    ],
)
def test_what_is_left(word: str, lang: str, expected: tuple[str, ...]) -> None:
    assert bare(word, lang) == expected


@pytest.mark.parametrize("lang", AFFIXES)
def test_what_is_left_is_a_part_and_no_mere_letter(lang: str) -> None:
    stem = AFFIXES[lang].stem
    for word in ("والكتابات", "ושמהבית", "가나다라마", "国際連合会", "خانه‌هایشان"):
        for part in bare(word, lang):
            assert part.removesuffix(stem) in word
            assert len(part) >= SHORTEST
