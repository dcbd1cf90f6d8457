"""News that travels upward: the apps above hear which of their rows a merge, or its undoing, moved."""

from django.dispatch import Signal

# Sent inside the transaction, with ``merge``, ``loser``, ``survivor`` and ``rows``: primary keys of the touched rows, by app.model.
merged = Signal()
unmerged = Signal()
