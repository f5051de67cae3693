"""The reader's view: one component in plain JavaScript and CSS, registered once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from review.ui import component

HERE = Path(__file__).parent
SHARED = ("dom",)
"""The review screen's JavaScript files that this one builds on."""
SHARED_STYLES = ("base", "header", "rows", "marks", "card", "rest")


def script() -> str:
    """The component's JavaScript as one module."""
    shared = (component.HERE / f"{name}.js" for name in SHARED)
    return "\n".join(path.read_text(encoding="utf-8") for path in (*shared, HERE / "reader.js"))


def style() -> str:
    """The component's style sheets as one."""
    shared = (component.HERE / "styles" / f"{name}.css" for name in SHARED_STYLES)
    return "\n".join(path.read_text(encoding="utf-8") for path in (*shared, HERE / "reader.css"))


READER = st.components.v2.component("mtreview_reader", css=style(), js=script(), isolate_styles=False)


def reader(sheet: dict[str, Any], *, key: str) -> None:
    """Put the article on the page; where its reader wants to go is the component state `going` under `key`."""
    READER(data=sheet, key=key, on_going_change=_nothing)


def _nothing() -> None:
    """Where to go is read in the run that follows, for a callback cannot leave the page."""
