"""The only SQL: articles and the judgements on them, appended and never changed.

Store.open gives the store, SeenStore.of what a reviewer may see of it; all else here is its inside.
"""

from __future__ import annotations

from review.store.entries import Entry
from review.store.seen import SeenStore
from review.store.store import Store

__all__ = ["Entry", "SeenStore", "Store"]
