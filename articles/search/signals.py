"""News that travels upward: the apps above hear of which articles the public may search other words, or finds other entities with them."""

from django.dispatch import Signal

# Sent inside the transaction, with ``sources``: those of the public ones (``documents.Source``), in the order of their keys. Not sent by
# ``rebuild``, which changes no article.
entered_anew = Signal()
