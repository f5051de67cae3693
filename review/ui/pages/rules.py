"""Rules: what the workbench advises on style, the switch for each rule, and the way in for rules of one's own."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from streamlit.navigation.page import Page

from review.checks.rules.own import OWN, all_rules
from review.settings import settings
from review.ui.figures import rule_rows
from review.ui.ruling import new_rule, rule_switch
from review.ui.wording import counted


def page() -> Page:
    return st.Page(show, title="Rules", icon=":material/rule:", url_path="rules")


def show() -> None:
    """The form, the switch, and the list."""
    st.title("Rules")
    st.caption(
        "What the workbench advises on wording in English translations, and what you have it look for yourself. Most "
        "advice is neutral: it costs no points, and is given only where a pair holds several such phrases."
    )
    with st.expander("Add a rule of your own", icon=":material/add:"):
        new_rule()
    rule_switch()
    rules = sorted(all_rules(settings().rules), key=lambda rule: not rule.id.startswith(OWN))
    st.caption(f"{counted(len(rules), 'rule')}, {sum(rule.on for rule in rules)} of them on")
    st.dataframe(pd.DataFrame(rule_rows(rules)), hide_index=True, height=600)
