"""What Alembic runs: the migrations, within the transaction of the connection that it is handed.

A new one is a module in `versions` with the next number, and schema.REVISION is set to it. A migration that has been
released is never changed.
"""

from __future__ import annotations

from alembic import context

from review.store.schema import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()
