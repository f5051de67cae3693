"""The page of the documentation that lists the rules, made from the rules and from what was measured of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from review.checks.base import Example
from review.checks.rules import RULES, Measured, Rule, measured
from review.checks.rules.files import SOURCE

HEAD = r"""# Rules

Advice on style and usage for English, most of it on translations from Chinese. A rule is data: a pattern, a reason, and
where one is certain a rewrite; `review/checks/rules/*.toml` has them, and your own are written alike (see below).
Most rules are of severity *neutral*: they advise, and cost no points. Such advice is given only where a pair holds more
than one finding of the rules, for one such phrase is a choice and several are a manner, or where it was measured to be
clearly better than chance.

*Measured*: marks on rated machine translations (see `python -m tests.gate.rules`), the share of them that touches an
error that a rater marked, and the share that would by chance. Raters mark faults of meaning before faults of style, so
that advice which is sound may stand at chance; a rule that was seen to be no better than chance is off, and the rules
file can switch it on. This page is made by `review.checks.rules.document.markdown`; do not edit it.

## Your own rules

A file `rules.toml` in the folder of the workbench's data, or any file named by `MTREVIEW_RULES` or by
`mtreview check --rules FILE`:

```toml
on = ["in-order-to"]          # ours that are off
off = ["at-present"]          # ours that are on

[[rule]]
id = "house-name"
name = "Hilltown spelling"    # what the screen calls it; without, “House name”, from the id
phrase = "Hill Town Corp"     # or pattern = a regular expression
reason = "The house style is Hilltown Corporation."
rewrite = "Hilltown Corporation"
when = "丘镇公司"              # must be found on the other side; `unless` must not
severity = "minor"
category = "terminology/inappropriate for context"
```

`side = "source"` looks at the source, `case = true` minds capitals, `target_langs` and `source_langs` name languages.
In a pattern `{det}` stands for a class of words, `<carry>` for all forms of a verb, a space for white space; it matches
whole words. In a rewrite `\g<name>` is a group, `<use:v>` the verb *use* in the form of the group `v`.
`hits` and `clean` may hold examples: what is marked in `[ ]`, what it becomes behind ` => `, a source before ` | `.
"""


COLUMNS = """
| rule | id | reason | marked | left alone | measured | kind |
|---|---|---|---|---|---|---|
"""


def markdown(rules: Sequence[Rule] = RULES) -> str:
    """All rules by subject, each with its reason, examples, source and measured precision."""
    known = measured()
    parts = [HEAD]
    for subject, run in groupby(rules, key=lambda rule: rule.subject):
        of_subject = tuple(run)
        advice = dict.fromkeys(rule.advice for rule in of_subject)
        parts += [f"\n## {subject}\n\nAdvice: {_cell(' · '.join(advice))}.\n", COLUMNS]
        parts += [f"{_row(rule, known.get(rule.id, Measured()))}\n" for rule in of_subject]
    return "".join(parts)


def _row(rule: Rule, found: Measured) -> str:
    marked = "<br>".join(_marked(example) for example in rule.examples if example.marked)
    clean = "<br>".join(_cell(_beside(example) + example.target) for example in rule.examples if not example.marked)
    kind = f"{rule.category}, {rule.severity}, {'on' if rule.on else '**off**'}"
    named = f'<a id="{rule.id}"></a>{_cell(rule.name)}'
    cells = (named, rule.id, _cell(rule.reason), marked, clean, _measure(found), kind)
    return "| " + " | ".join(cells) + " |"


def _measure(found: Measured) -> str:
    if not found.hits:
        return "not met"
    return f"{found.touched} of {found.hits} touch; {found.chance:.0%} by chance"


def _marked(example: Example) -> str:
    shown, position = "", 0
    for quote in example.marked:
        at = example.target.index(quote, position)
        shown += f"{example.target[position:at]}⟦{quote}⟧"
        position = at + len(quote)
    return _cell(_beside(example) + shown + example.target[position:]) + (
        f" ⇒ {_cell(example.fixed)}" if example.fixed else ""
    )


def _beside(example: Example) -> str:
    """The source, where the rule looks at it."""
    return "" if example.source == SOURCE else f"{example.source} → "


def _cell(text: str) -> str:
    return text.replace("<", "&lt;").replace("|", "\\|").replace("*", "\\*")
