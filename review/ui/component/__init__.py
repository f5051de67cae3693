"""The review screen: one component in plain JavaScript and CSS, registered once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from review.profiles import told

HERE = Path(__file__).parent
SCRIPTS = (
    "offsets",
    "fold",
    "outbox",
    "dom",
    "rows",
    "card",
    "words",
    "risk",
    "others",
    "revisions",
    "links",
    "realign",
    "leaving",
    "marks",
    "marking",
    "palette",
    "scoring",
    "comments",
    "carrying",
    "glossary",
    "helping",
    "mend",
    "editor",
    "filters",
    "tree",
    "search",
    "conflict",
    "stranded",
    "progress",
    "sample",
    "start",
    "header",
    "acts",
    "focus",
    "walk",
    "news",
    "painting",
    "taken",
    "keys",
    "legend",
    "review",
)
"""The JavaScript files in the order in which they are joined; the last one exports the component."""
ASKING, PULSE = "asking", "pulse"
"""The JavaScript files of the components that have nothing to show, beside the screen."""
STYLES = (
    "base",
    "header",
    "panes",
    "search",
    "progress",
    "sample",
    "rows",
    "marks",
    "card",
    "others",
    "editor",
    "marking",
    "mend",
    "help",
    "rest",
    "legend",
    "narrow",
)
"""The style sheets in the order in which they are joined; a later one wins."""


def script() -> str:
    """The component's JavaScript as one module, with the profiles that errors are marked by."""
    files = ((HERE / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
    return "\n".join((f"const PROFILES = {json.dumps(told())}", *files))


def style() -> str:
    """The component's style sheets as one."""
    return "\n".join((HERE / "styles" / f"{name}.css").read_text(encoding="utf-8") for name in STYLES)


SCREEN = st.components.v2.component("mtreview_screen", css=style(), js=script(), isolate_styles=False)


SAID = ("outbox", "view", "asked", "going", "draw", "realign", "whole", "news")
"""What the screen says to Python: acts, the pairs looked at, a question, the page to go to, a sample to draw, that the
article be aligned again, that all rows be sent, and that others have judged it meanwhile; each with the number of the
newest screen that it has."""


LINE, HEARD = (
    st.components.v2.component(name, js=(HERE / f"{file}.js").read_text(encoding="utf-8"), isolate_styles=False)
    for name, file in (("mtreview_line", ASKING), ("mtreview_pulse", PULSE))
)


def review_screen(screen: dict[str, Any], *, key: str, on_act: Callable[[], None] = lambda: None) -> None:
    """Put the review screen on the page; what it says (SAID) is component state under `key`."""
    listeners: dict[str, Any] = {f"on_{name}_change": on_act for name in SAID}
    SCREEN(data=screen, key=key, **listeners)


def review_line(told: dict[str, Any], *, key: str) -> None:
    """Put the line beside the screen on which it asks what helps; the question is component state under `key`."""
    LINE(data=told, key=key, on_ask_change=lambda: None)


def review_pulse(told: dict[str, Any], *, key: str) -> None:
    """Tell the screen what the store's numbers are by now."""
    HEARD(data=told, key=key)
