"""What all tests share: a store of their own, and one profile for all properties.

A slow machine fails no property, and CI tries the same examples every time.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from review.store import Store
from tests.store.examples import fresh_store

settings.register_profile(
    "suite", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("suite")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store of the test's own."""
    with fresh_store(tmp_path) as opened:
        yield opened
