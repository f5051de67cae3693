from __future__ import annotations

import pytest

from review.checks.rules.needed import literals, needed_words
from review.checks.rules.verbs import form_of, forms


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("carry out", "carry out|carries out|carried out|carried out|carrying out"),
        ("make", "make|makes|made|made|making"),
        ("stop", "stop|stops|stopped|stopped|stopping"),
        ("push", "push|pushes|pushed|pushed|pushing"),
        ("agree", "agree|agrees|agreed|agreed|agreeing"),
        ("lie", "lie|lies|lay|lain|lying"),
        ("play", "play|plays|played|played|playing"),
    ],
)
def test_forms_of_verbs(verb: str, expected: str) -> None:
    assert "|".join(forms(verb).values()) == expected


@pytest.mark.parametrize(
    ("word", "before", "form"),
    [
        ("made", "They ", "past"),
        ("made", "They have ", "participle"),
        ("carried", "It was not ", "participle"),
        ("carried", "He ", "past"),
        ("gave", "", "past"),
        ("given", "", "participle"),
        ("makes", "", "s"),
        ("making", "", "ing"),
        ("make", "", "base"),
        ("discuss", "", "base"),
        ("speed up", "", "base"),
    ],
)
def test_the_form_that_a_verb_stands_in(word: str, before: str, form: str) -> None:
    assert form_of(word, before) == form


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("hot dog", {"hot"}),
        ("the dog", {"dog"}),
        ("(?:the |a )?dog(?: of)?", {"dog"}),
        ("dogs? of", {"dog", "dogs"}),
        ("(?:dog|cat) of", {"dog", "cat"}),
        ("(?:dog|\\w+) of", {"of"}),
        ("dog|c.t", set()),
        ("dog(?=s)", {"dog"}),
        ("dog[a-z]*", set()),
        ("(?<!hot )dog", {"dog"}),
        ("(?:dog )?of", {"of"}),
        ("short ?board", set()),
        ("well[- ]known", {"well"}),
        ("people[’']s dog", {"people"}),
        ("<stop> it", {"stop", "stops", "stopped", "stopping"}),
        ("the|a", {"the", "a"}),
        ("(?:dog|cat)s", {"dogs", "cats"}),
        ("big(?: dog| cat) now", {"big"}),
        ("(?:unclosed", set()),
    ],
)
def test_words_without_which_nothing_matches(pattern: str, words: set[str]) -> None:
    assert set().union(*(way[0] for way in needed_words(pattern) if way)) == words


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [("狗|猫", ("狗", "猫")), ("狗.*", ()), ("", ()), ("(?<!大)狗", ()), ("[大小]狗|猫", ("大狗", "小狗", "猫"))],
)
def test_a_choice_of_texts(pattern: str, texts: tuple[str, ...]) -> None:
    assert literals(pattern) == texts
