"""The words that the rules are written with, from `words.toml`: classes, nominalisations, irregular verbs."""

from __future__ import annotations

import tomllib
from pathlib import Path

FOLDER = Path(__file__).parent
_TABLES = tomllib.loads((FOLDER / "words.toml").read_text(encoding="utf-8"))

CLASSES: dict[str, tuple[str, ...]] = {
    **{name: tuple(" ".join(listed.split()).split(" ")) for name, listed in _TABLES["classes"].items()},
    "nominal": tuple(_TABLES["nominals"]),
}
"""Words by the name that stands for them in a pattern, as `{noun}`; an underscore in a word is a space."""
NOMINALS: dict[str, str] = _TABLES["nominals"]
"""The verb that each nominalisation is made of."""
IRREGULAR: dict[str, tuple[str, str]] = {
    lemma: (forms.split()[0], forms.split()[-1]) for lemma, forms in _TABLES["irregular"].items()
}
"""Past and participle of verbs that do not take -ed."""
DOUBLED = frozenset(_TABLES["doubled"].split())
"""Verbs whose last letter is doubled before -ed and -ing."""
COMMON = frozenset(_TABLES["common"].split())
"""Words so frequent that looking for them saves nothing."""
