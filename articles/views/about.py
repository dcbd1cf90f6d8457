"""The pages that tell what the archive is, how it works, how it is cited, and whom to write to."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from articles.models import Article
from kzarchive.http import public_page

from .findings import FINDINGS, KINDS, LINKS, class_of
from .freshness import answer, made_whole

# The contact is written as security.txt has it: an address of any scheme, or a bare mail address.
SECTIONS = {"about": "The archive", "method": "Method", "citing": "How to cite", "report": "Errors and removals", "licence": "Licence of the records"}


@public_page
def section(request: HttpRequest, name: str) -> HttpResponse:
    """Show one of the pages about the archive."""
    contact = settings.SECURITY_CONTACT.strip()
    return answer(request, f"about {name}", (name, contact), lambda: made_whole(f"about/{name}.html", _context(name, contact), request=request))


def _context(name: str, contact: str) -> dict[str, object]:
    return {
        "sections": [(f"articles:{key}", title, key == name) for key, title in SECTIONS.items()],
        "title": SECTIONS[name],
        "name": f"articles:{name}",
        "contact": contact if ":" in contact or not contact else f"mailto:{contact}",
        "contact_words": contact.removeprefix("mailto:"),
        "kinds": list(KINDS.items()),
        "findings": [(finding, sign, class_of(finding), meaning) for finding, (sign, meaning) in FINDINGS.items()],
        "relations": list(LINKS.items()),
        "reasons": [label for value, label in Article.Withdrawal.choices if value != Article.Withdrawal.DUPLICATE],
    }
