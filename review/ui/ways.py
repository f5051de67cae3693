"""The ways between the Review page and the reader's view, as queries of their addresses."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

from review.ui.component.views import Desk, matching, view_asked

READERS_OWN = frozenset({"changes", "problems"})
"""What the address of the reader's view says of itself alone."""
ALWAYS = frozenset({"article", "order", "pair"})
"""What is kept where the rest would hide the pair that a way leads to."""
MOST_FIELDS = 40
"""Fields of an address that are read."""


def way_of(going: Mapping[str, object]) -> dict[str, str]:
    """Where a component wants to go: to a pair, with what its own address says beside."""
    asked = parse_qsl(str(going.get("search", "")).removeprefix("?"))[:MOST_FIELDS]
    kept = {name: value for name, value in asked if name not in READERS_OWN}
    return kept | {"pair": str(going.get("pair", ""))}


def shown(desk: Desk, way: Mapping[str, str]) -> dict[str, str]:
    """The way to a pair on the Review page, without a filter that would hide it."""
    view = view_asked(way)
    hidden = view.pair not in matching(desk, view)
    return {name: value for name, value in way.items() if name in ALWAYS or not hidden}
