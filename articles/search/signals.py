"""News that travels upward: the apps above hear which articles were entered otherwise than before."""

from django.dispatch import Signal

# Sent inside the transaction, with ``article_ids``, in their order; not by ``rebuild``, which changes no article.
entered_anew = Signal()
