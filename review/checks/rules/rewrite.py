r"""What a rule suggests in the place of what it marks.

A rewrite is a text that may hold groups of the pattern, `\1` or `\g<name>`, and verbs: `<use:v>` is the verb `use` in
the form that the group `v` stands in, and `<n:v>` is the verb that the nominalisation in the group `n` is made of.
"""

from __future__ import annotations

import regex

from review.checks.rules.tables import NOMINALS
from review.checks.rules.verbs import form_of, forms

VERB = regex.compile(r"(?<!\\g)<([a-z ]+):(\w+)>")
ARTICLE = regex.compile(r"\ban?[ \u00a0]++$", regex.I)
SPACES = regex.compile(r"[ \u00a0]{2,}")


def rewritten(rewrite: str, match: regex.Match[str]) -> str:
    """The text to put in the place of a match: with a capital where the match has one, and without doubled spaces."""
    with_verbs = VERB.sub(lambda verb: _verb(verb[1], verb[2], match), rewrite)
    text = SPACES.sub(" ", match.expand(with_verbs)).strip(" ")
    found = match.group()
    return text[:1].upper() + text[1:] if found[:1].isupper() and text[:1].islower() else text


def _verb(name: str, like: str, match: regex.Match[str]) -> str:
    groups = match.groupdict()
    lemma = NOMINALS[groups[name].lower()] if groups.get(name) else name
    before = match.string[max(0, match.start(like) - 24) : match.start(like)]
    return forms(lemma)[form_of(match[like], before)]


def suits_article(text: str, match: regex.Match[str]) -> bool:
    """Whether a text may stand behind the article before the match, which goes with a vowel or goes without."""
    before = match.string[max(0, match.start() - 4) : match.start()]
    return not ARTICLE.search(before) or (text[:1].lower() in "aeiou") == (match.group()[:1].lower() in "aeiou")
