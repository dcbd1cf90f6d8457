"""News that travels upward: the apps above hear which articles were entered otherwise than before."""

from django.dispatch import Signal

# Sent inside the transaction, with ``sources``: those of the public ones (``documents.Source``), in the order of their keys. Not sent by
# ``rebuild``, which changes no article.
entered_anew = Signal()
