"""The form for a rule of one's own, which shows at once what it would mark, and the switch for each rule."""

from __future__ import annotations

import streamlit as st

from review import flow, mqm, rulebook
from review.checks.rules.own import add_rule, all_rules, rule_of, switch_off
from review.errors import ReviewError
from review.mqm import CATEGORIES
from review.rulebook import name_of
from review.settings import settings
from review.types import Finding
from review.ui import state
from review.ui.wording import counted, plain

SEVERITIES = ("minor", "major", "critical", "neutral")
SIDES = {"target": "Translation", "source": "Source"}
KINDS = tuple(known.id for known in CATEGORIES if "/" in known.id)
USUAL = "style/unnatural or awkward"
SHOWN = 20
"""Places that a rule would mark which are shown."""
AROUND = 40
"""Code points shown on each side of a place."""


def new_rule() -> None:
    """Ask for a phrase rule, try it on an article, and keep it when told to."""
    table = _asked()
    wanted = st.button("Keep the rule", type="primary", key="rule_keep")
    if not table["phrase"].strip() or not table["reason"].strip():
        st.caption("A rule needs a phrase and a reason.")
        return
    try:
        _tried({**table, "id": "new"})
        if wanted:
            kept = add_rule(settings().rules, table)
            st.success(plain(f"Kept, and used from now on: {name_of(kept)}."), icon=":material/check:")
    except ReviewError as problem:
        st.error(plain(str(problem)), icon=":material/error:")


def _asked() -> dict[str, str]:
    """The fields as typed; those left empty only where the rule cannot do without them."""
    left, right = st.columns(2, gap="large")
    with left:
        phrase = st.text_input("Phrase", key="rule_phrase", max_chars=200)
        reason = st.text_input("Why it is marked", key="rule_reason", max_chars=300)
        rewrite = st.text_input("What to write instead", key="rule_rewrite", help="May stay empty.", max_chars=200)
    with right:
        side = st.segmented_control("Look in", SIDES, default="target", format_func=SIDES.__getitem__, key="rule_side")
        when = st.text_input("Only if the other side has", key="rule_when", help="A text or a regular expression.")
        severity = st.selectbox("Severity", SEVERITIES, key="rule_severity")
        kind = st.selectbox("Category", KINDS, index=KINDS.index(USUAL), format_func=mqm.said, key="rule_category")
    given = {"rewrite": (rewrite or "").replace("\\", "\\\\"), "when": when or "", "side": side or "target"}
    kept = {name: value for name, value in given.items() if value}
    return {"phrase": phrase or "", "reason": reason or "", "severity": severity, "category": kind, **kept}


def _tried(table: dict[str, str]) -> None:
    """Show what the rule would mark in the article that is chosen."""
    rule = rule_of(table)
    entries = {entry.id: entry.title for entry in reversed(state.entries())}
    chosen = st.selectbox("Try it on", entries, format_func=entries.__getitem__, key="rule_article")
    if chosen is None:
        return
    pairs = flow.current_pairs(state.look(chosen).review)
    findings = rulebook.findings_of(rule, pairs)
    st.caption(f"It would mark {counted(len(findings), 'place')}.")
    texts = {pair.id: pair for pair in pairs}
    for finding in findings[:SHOWN]:
        st.markdown(_in_place(texts[finding.pair].text(finding.side), finding))


def _in_place(text: str, finding: Finding) -> str:
    """The marked words in bold, with some of the text around them."""
    start, end = max(0, finding.span.start - AROUND), min(len(text), finding.span.end + AROUND)
    before, behind = text[start : finding.span.start], text[finding.span.end : end]
    shown = f"{plain(before)}**{plain(finding.text)}**{plain(behind)}"
    fix = f" → {plain(finding.fixes[0])}" if finding.fixes else ""
    return "…" * (start > 0) + shown + "…" * (end < len(text)) + fix


def rule_switch() -> None:
    """A rule by its name, ours or the user's own, to be switched on or off."""
    path = settings().rules
    rules = {rule.id: rule for rule in all_rules(path)}
    chosen = st.selectbox(
        "Switch a rule on or off",
        rules,
        index=None,
        format_func=lambda id_: rules[id_].name,
        key="rule_switched",
        placeholder="Type the name of a rule",
    )
    if chosen is None:
        return
    rule = rules[chosen]
    st.caption(plain(f"{rule.reason} {rule.advice}"))
    if st.toggle("On", value=rule.on, key=f"rule_on_{chosen}_{rule.on}") != rule.on:
        off = {one.id for one in rules.values() if not one.on}
        switch_off(path, off ^ {chosen})
        st.rerun()
