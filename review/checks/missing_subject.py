"""A clause behind a comma whose subject is missing: `The bag is light, can be carried by a child.`

Chinese drops the subject where it is known; English repeats it as `it`, or joins the verbs with `and`. Marked is the
clause with its comma, where what stands before the comma is a sentence of its own and no list follows.
Misses verbs that are not among the common ones, and sentences without any subject.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from review.checks.base import Check, Example
from review.checks.reading.clauses import clause_before, clause_behind, is_listed, is_sentence
from review.types import Mark, Pair

VERBS = (
    r"is|are|was|were|can|cannot|has|have|had|will|could|should|must|feels?|felt|bought|buy|used|looks?|looked|came|"
    r"got|needs?|wants?|hope|does|don['’]t|doesn['’]t|didn['’]t|isn['’]t|aren['’]t|can['’]t|won['’]t|"
    r"put|gave|took|wait|try|tried|think|thought|recommend|suggest"
)
BARE = regex.compile(
    rf", (?P<verb>(?:(?:also|still|just|really|not|very|only) )?(?:{VERBS}))(?= )"
    r"(?! (?:it|this|that|there|you|he|she|they|we|I)\b)"
)


def find(pair: Pair) -> Iterator[Mark]:
    text = pair.target
    if "," not in text:
        return
    for match in BARE.finditer(text):
        clause = clause_behind(text, match.start())
        if is_sentence(clause_before(text, match.start())) and not is_listed(text, clause):
            yield Mark(
                clause,
                f"“{match['verb']}” has no subject: repeat it, or join the verbs with “and”.",
                fixes=(f" and {clause.of(text)[2:]}",),
            )


CHECK = Check(
    id="missing-subject",
    name="Missing subject",
    description="A verb behind a comma whose subject was dropped, as Chinese drops it.",
    category="fluency/grammar",
    its="grammar",
    severity="minor",
    score=0.6,
    version=2,
    find=find,
    source_langs=("zh", "ja", "ko"),
    target_langs=("en",),
    examples=(
        Example(
            "包很轻，可以提。",
            "The bag is light, can be carried.",
            (", can be carried",),
            fixed="The bag is light and can be carried.",
        ),
        Example("鞋很好，很舒服。", "The shoes are good, are very soft.", (", are very soft",)),
        Example("他买了，觉得好。", "He bought one, also felt glad.", (", also felt glad",)),
        Example("包很轻。", "The bag, which is new, is light."),
        Example("他来了。", "He has come, is here, and will stay."),
        Example("不是吗？", "The bag is light, is it not?"),
        Example("如果下雨", "If it is cold, are you well?"),
    ),
)
