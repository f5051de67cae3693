"""A sentence strung on commas: `The bag is light, I like it, very easy to carry, will buy again.`

Chinese runs on with commas as long as it speaks of one thing; English ends the sentence, or says with a conjunction how
clauses hang together. Behind an opening that leans on nothing, what stands between commas is counted: clauses of their
own, clauses without subject, and phrases without verb; not what leans on the clause before by a conjunction, a
preposition or a participle, and no appositions. Marked is the sentence, or what of it stands between semicolons;
over-long ones are another check's.

Where there are other translations, it is only marked if each of them divides it.

Misses clauses whose verbs are not among the common ones, and strings that end as a list does, with `and` or `or`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import regex

from review.checks.base import Check, Example
from review.checks.long_sentence import LONG
from review.checks.reading.divided import may_be_divided
from review.checks.reading.sentences import sentences
from review.types import Mark, Pair, Span

STRUNG = 3
"""Clauses and phrases that one sentence may not string; on rated reviews .41 of those with three lie half in an error,
which .21 of the sentences with one comma do."""
VERBS = 2  # of them that have a verb
GAP = ", "
PARTING = regex.compile(r"[;:](?=\s|$)|--|[—–]| - ")
"""What divides a sentence beside commas: semicolons, colons and dashes."""
FINITE = regex.compile(
    r"\b(?:am|is|are|was|were|has|have|had|can|cannot|will|did|does|do|would|could|should|must|may|might|shall)\b"
    r"|n['’]t\b|['’](?:m|s|re|ve|ll)\b"
)
RELATIVE = regex.compile(
    r"\b(?:that|which|who|whom|whose|what|where|when|while|if|because|since|although|though|as|than|whether|how|why|"
    r"before|after|until|unless)\b"
)
"""Words behind which a verb is not that of the clause itself."""
LEANING = regex.compile(
    r"[“\"(]?(?:and|or|but|so|yet|nor|for|which|who|whom|whose|that|where|when|while|although|though|because|since|as|"
    r"after|before|if|unless|until|than|whether|once|even|including|such|especially|particularly|with|without|in|on|at|"
    r"by|from|to|of|about|over|under|into|through|between|among|within|along|across|around|during|despite|like|"
    r"unlike|"
    r"according|due|based|given|compared|except|up|down|then|not only|no matter|however|says?|(?:he |she |they )?said|"
    r"(?:just|much|so) (?:as|like)|(?:I|we|you|they) (?:think|believe|know|guess|suppose|mean)$|"
    r"\p{L}+(?:ing|ed)|an?|one of|most of|some of|many of|all of|both|the (?:same|first|second|third|last|most|largest|"
    r"only|former)|namely|i\.e|e\.g|etc|please)\b",
    regex.I,
)
"""How a clause opens that hangs on the one before, or on the next, or is no more than an aside."""
AWAITING = regex.compile(
    r"(?:(?:and|but|so|or) )?(?:even )?(?:though|although|if|when|because|since|while|after|before|unless|until|once)",
    regex.I,
)
"""A conjunction that an aside parts from its clause; the main clause is still to come behind that."""
CONDITION = regex.compile(r"\b(?:that|said|says?|imagine|and|but|so) (?:if|when|although|because|since|while|after)\b")
"""How a piece goes on behind which the main clause is still to come."""
NAMED_AGAIN = regex.compile(r"(?:the|his|her|its|their|our|your|my)\b")
"""How a phrase begins that names again what stands before it, where a verb follows it."""
VERB = regex.compile(
    r"(?:(?:also|still|just|really|not|very|only|directly|finally|simply) )?"
    r"(?:is|are|was|were|can|cannot|has|have|had|will|could|should|must|feels?|felt|bought|buy|used?|looks?|looked|came|"
    r"got|get|needs?|wants?|hope|does|did|do|don['’]t|doesn['’]t|didn['’]t|isn['’]t|aren['’]t|can['’]t|won['’]t|put|"
    r"gave|give|took|take|wait|try|tried|think|thought|recommend|suggest|go|went|choose|let|see|found|find|directly|"
    r"open|return|returned)\b"
)
LISTED = regex.compile(r", (?:and|or|as well)\b")
PLAIN = regex.compile(r"[a-z]|I\b")
"""How a piece begins that is no name."""

Kind = Literal["clause", "subjectless", "phrase", ""]


def strung(part: str) -> tuple[int, int]:
    """How many pieces are strung, and how many of them have a verb of their own.

    An opening that leans on what follows, and all up to the first main clause, is not counted.
    """
    if LISTED.search(part):
        return 0, 0
    pieces = part.split(GAP)
    kinds = [_kind(piece, opening=not nth) for nth, piece in enumerate(pieces)]
    for nth, (piece, kind) in enumerate(zip(pieces, kinds, strict=True)):
        if CONDITION.search(piece) or AWAITING.fullmatch(piece):
            _lean(kinds, nth + 1)
        if kind == "phrase" and kinds[nth + 1 : nth + 2] == ["subjectless"] and NAMED_AGAIN.match(piece):
            kinds[nth : nth + 2] = ["", ""]
    if LEANING.match(part):
        kinds = kinds[kinds.index("clause") :] if "clause" in kinds else []
    return len(kinds) - kinds.count(""), kinds.count("clause") + kinds.count("subjectless")


def _lean(kinds: list[Kind], start: int) -> None:
    """The next clause belongs to a piece before it."""
    if "clause" in kinds[start:]:
        kinds[kinds.index("clause", start)] = ""


def _kind(piece: str, *, opening: bool) -> Kind:
    """What a piece between commas is; "" where it leans on another one, or is a name."""
    if LEANING.match(piece) or not (opening or PLAIN.match(piece)):
        return ""
    verb = FINITE.search(piece)
    if verb and verb.start() and not RELATIVE.search(piece, 0, verb.start()):
        return "clause"
    if opening:
        return ""
    if VERB.match(piece):
        return "subjectless"
    return "phrase" if " " in piece else ""


def find(pair: Pair) -> Iterator[Mark]:
    pieces = pair.target.split(GAP)[1:]
    if len(pieces) < STRUNG - 1 or sum(map(_may_be_strung, pieces)) < STRUNG - 1:
        return
    marks: list[Mark] = []
    for sentence in sentences(pair.target, pair.target_lang):
        said = sentence.of(pair.target)
        if len(said.split()) <= LONG:
            marks += [mark for part in _parts(said) for mark in _marks(part, part.of(said), sentence.start)]
    if marks and may_be_divided(pair):
        yield from marks


def _parts(sentence: str) -> Iterator[Span]:
    """What stands between semicolons, colons and dashes, without the white space around it."""
    start = 0
    for end, after in (*(found.span() for found in PARTING.finditer(sentence)), (len(sentence), len(sentence))):
        lead = len(sentence[start:end]) - len(sentence[start:end].lstrip())
        if sentence[start:end].strip():
            yield Span(start + lead, start + len(sentence[start:end].rstrip()))
        start = after


def _may_be_strung(piece: str) -> bool:
    """Whether what stands behind a comma counts, wherever it ends."""
    return PLAIN.match(piece) is not None and LEANING.match(piece) is None


def _marks(part: Span, said: str, start: int) -> Iterator[Mark]:
    """The mark on a part of a sentence that begins at `start`, if it is strung."""
    pieces, verbs = strung(said) if said.count(GAP) >= STRUNG - 1 else (0, 0)
    if pieces >= STRUNG and verbs >= VERBS:
        yield Mark(
            part.moved(start),
            f"{pieces} clauses and phrases are strung on commas: divide the sentence, or join them by words.",
            expected=f"fewer than {STRUNG}",
            found=str(pieces),
        )


CHECK = Check(
    id="strung-sentence",
    name="Sentence strung on commas",
    description="Three or more clauses and phrases in a row that only commas join, as Chinese joins them.",
    category="style/bad sentence structure",
    its="style",
    severity="minor",
    score=0.5,
    version=3,
    find=find,
    source_langs=("zh", "ja", "ko"),
    target_langs=("en",),
    examples=(
        Example(
            "包很轻，我很喜欢，很好提，下次再买。",
            "The bag is light, I do like it, very easy to carry, will buy again.",
            ("The bag is light, I do like it, very easy to carry, will buy again.",),
        ),
        Example(
            "店很小，没有窗户，老板不在。",
            "It rained. The shop was small, there was no window, the owner was out.",
            ("The shop was small, there was no window, the owner was out.",),
        ),
        Example(
            "下雨时他在家，没出门，书也没看。",
            "When it rained, he was at home, did not go out, the book was not read.",
            ("When it rained, he was at home, did not go out, the book was not read.",),
        ),
        Example(
            "店很小，没有窗户，老板不在。",
            "The shop was small, there was no window, the owner was out.",
            alternatives=("The shop was small and without windows; the owner was out.",),
        ),
        Example("包很轻，很好提。", "The bag is light, and it is easy to carry."),
        Example("店小，窗少，人多。", "The shop was small, it had few windows, and it was full."),
        Example("下雨时，他在家，看书。", "When it rained, he was at home, reading a book, as he often did."),
        Example("李明，市长，说……", "Li Ming, the mayor of the town, said on Monday, after lunch, that he was glad."),
        Example(
            "店小；人多。", "The shop is small; it was full, they say; there was a queue, so he left, and she too."
        ),
        Example("店小——人多。", "The shop is small, we think -- it was full, there was a queue -- he left, and so on."),
        Example("如果店小，", "I would say that if the shop is small, we can wait, those who have time at least."),
        Example("店主，一位老人，会来。", "We hope that the owner, the old man, will come, he is late."),
        Example("在北山，在湖城，在镇上", "In Beishan, in the lake town, in every shop, people are glad."),
    ),
)
