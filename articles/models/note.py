"""What editors tell each other about an article: never public, never part of its record."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from kzarchive.fields import validate_storable


class Note(models.Model):
    """A private note on an article. It is added and stays; it goes with a draft that is discarded."""

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="notes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    text = models.TextField(validators=[validate_storable])

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="note_says_something")]

    def __str__(self):
        return self.text[:60]
