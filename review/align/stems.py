"""A light English stemmer: inflections off, so that a gloss and its use meet. It errs alike on both."""

from __future__ import annotations

from functools import lru_cache

FUNCTION_WORDS = (
    "a an the to of in on at by for with from as and or into out be is are was were been being up it its that this "
    "one one's oneself sb sth etc lit fig esp used usu also"
)
STOP_WORDS = frozenset(FUNCTION_WORDS.split())
"""Words that carry no meaning of their own, and dictionary abbreviations."""

BASES = {
    "bad": ("worse",),
    "be": ("was", "were", "is", "are", "been", "am"),
    "begin": ("began", "begun"),
    "bring": ("brought",),
    "buy": ("bought",),
    "catch": ("caught",),
    "child": ("children",),
    "come": ("came",),
    "die": ("died",),
    "do": ("did", "does", "done"),
    "draw": ("drew", "drawn"),
    "drink": ("drank",),
    "drive": ("drove",),
    "eat": ("ate", "eaten"),
    "fall": ("fell", "fallen"),
    "feel": ("felt",),
    "find": ("found",),
    "foot": ("feet",),
    "get": ("got",),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "good": ("better", "best"),
    "grow": ("grew", "grown"),
    "have": ("had", "has"),
    "he": ("him", "his"),
    "hear": ("heard",),
    "hold": ("held",),
    "i": ("me", "my"),
    "keep": ("kept",),
    "know": ("knew", "known"),
    "leave": ("left",),
    "lie": ("lay",),
    "lose": ("lost",),
    "make": ("made",),
    "man": ("men",),
    "pay": ("paid",),
    "run": ("ran",),
    "say": ("said",),
    "see": ("saw", "seen"),
    "send": ("sent",),
    "she": ("her",),
    "sit": ("sat",),
    "sleep": ("slept",),
    "speak": ("spoke", "spoken"),
    "stand": ("stood",),
    "take": ("took", "taken"),
    "teach": ("taught",),
    "tell": ("told",),
    "they": ("them", "their"),
    "think": ("thought",),
    "tooth": ("teeth",),
    "we": ("us", "our"),
    "wear": ("wore",),
    "win": ("won",),
    "woman": ("women",),
    "write": ("wrote", "written"),
    "you": ("your",),
}
IRREGULAR = {form: base for base, forms in BASES.items() for form in forms}
ENDINGS = ("ations", "ation", "ings", "ing", "edly", "ies", "ied", "ers", "est", "ed", "es", "er", "ly", "s", "y", "e")
LAST_LETTERS = tuple({ending[-1] for ending in ENDINGS})
SHORTEST = 3
REMEMBERED = 65536  # words whose stems are kept at hand


@lru_cache(REMEMBERED)
def stem(word: str) -> str:
    """The word without its inflection."""
    bare = word.removesuffix("'s").removesuffix("’s")
    if bare in IRREGULAR:
        return _single(IRREGULAR[bare])
    for ending in ENDINGS if bare.endswith(LAST_LETTERS) else ():
        if bare.endswith(ending) and len(bare) - len(ending) >= SHORTEST:
            return _single(bare[: -len(ending)])
    return _single(bare)


def _single(base: str) -> str:
    """A doubled last letter is one, so that cells and cell, stopped and stop meet."""
    return base[:-1] if len(base) > SHORTEST and base[-1] == base[-2] else base
