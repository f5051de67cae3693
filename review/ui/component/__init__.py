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
    "marks",
    "marking",
    "palette",
    "scoring",
    "mend",
    "editor",
    "filters",
    "tree",
    "search",
    "conflict",
    "header",
    "acts",
    "focus",
    "painting",
    "keys",
    "review",
)
"""The JavaScript files in the order in which they are joined; the last one exports the component."""
STYLES = (
    "base",
    "header",
    "panes",
    "search",
    "rows",
    "marks",
    "card",
    "others",
    "editor",
    "marking",
    "mend",
    "rest",
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


def review_screen(screen: dict[str, Any], *, key: str, on_act: Callable[[], None] = lambda: None) -> None:
    """Put the screen on the page; its `outbox`, `view`, `asked` and `realign` are component state under `key`."""
    SCREEN(
        data=screen,
        key=key,
        on_outbox_change=on_act,
        on_view_change=on_act,
        on_asked_change=on_act,
        on_realign_change=on_act,
    )
