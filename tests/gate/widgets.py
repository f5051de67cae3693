"""The peer of the review screen: plain Streamlit widgets doing the same. `streamlit run` it as tests.gate.screen does.

It answers the keys j, a, e and m; its segments are in the file that PEER_PAIRS names, a JSON list of [source, target].
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import streamlit as st


@st.cache_data
def _sides(path: str) -> list[tuple[str, str]]:
    return json.loads(Path(path).read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def _act(name: str, step: int = 0) -> None:
    st.session_state["at"] = st.session_state.get("at", 0) + step
    st.session_state["acts"] = [*st.session_state.get("acts", []), name]


sides = _sides(os.environ["PEER_PAIRS"])
st.session_state.setdefault("at", 0)
with st.container(key="now"):
    st.write(f"Segment {st.session_state['at'] + 1}, {len(st.session_state.get('acts', []))} acts")
for name, key, step in (("Next", "j", 1), ("Accept", "a", 1), ("Edit", "e", 0), ("Mark", "m", 0)):
    st.button(name, shortcut=key, on_click=_act, args=(name, step))
for number, (source, target) in enumerate(sides):
    state, left, right, done = st.columns([1, 8, 8, 2])
    state.write("▶" if number == st.session_state["at"] else str(number + 1))
    left.write(source)
    right.text_area("Translation", target, key=f"text-{number}", label_visibility="collapsed")
    done.button("Approve", key=f"approve-{number}")
