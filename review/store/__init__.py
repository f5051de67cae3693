"""The only SQL: articles and the judgements on them, appended and never changed.

Store.open gives the store; all else here is its inside.
"""

from __future__ import annotations

from review.store.entries import Entry
from review.store.store import Store

__all__ = ["Entry", "Store"]
