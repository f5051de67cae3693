"""Lines that several articles share, with the button that removes one from all of them, and its undoing."""

from __future__ import annotations

import streamlit as st

from review.judged.blocks import Block, Removal
from review.ui import shelves, state
from review.ui.wording import ago, counted, language_name, plain
from review.verbs import everywhere

BLOCKS_SHOWN = 20
REMOVALS_SHOWN = 5


def show_blocks() -> None:
    """The lines and the newest removals; nothing where there are neither."""
    blocks, removals = shelves.overview(shelves.UNTIL_READ).blocks, everywhere.removals(state.store())
    if not blocks and not removals:
        return
    title = f"{counted(len(blocks), 'line')} that several articles share"
    with st.expander(title, icon=":material/content_cut:"):
        st.caption("Credits, counters and buttons of a site stand at the edges of its articles. It can be undone.")
        for number, block in enumerate(blocks[:BLOCKS_SHOWN]):
            _block(number, block)
        for removal in removals[:REMOVALS_SHOWN]:
            _removal(removal)


def _block(number: int, block: Block) -> None:
    line, button = st.columns([3, 1], vertical_alignment="center")
    line.markdown(f"{plain(block.text)} :small[{language_name(block.lang)}]")
    label = f"Remove from all {len(block.articles)} articles"
    if button.button(label, key=f"remove_block_{number}", width="stretch"):
        everywhere.remove_block(state.store(), block, at=state.now(), by=state.reviewer_name())
        st.rerun()


def _removal(removal: Removal) -> None:
    line, button = st.columns([3, 1], vertical_alignment="center")
    done = f"removed from {counted(removal.pairs, 'pair')} by {removal.by}, {ago(removal.at, state.now())}"
    line.caption(plain(f"“{removal.text}” {done}{', undone' if removal.undone else ''}"))
    if not removal.undone and button.button("Undo", key=f"undo_{removal.action}", width="stretch"):
        everywhere.undo_removal(state.store(), removal.action, at=state.now(), by=state.reviewer_name())
        st.rerun()
