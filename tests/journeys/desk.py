"""A browser at the log-in of a small archive, for journeys through the desk under the strict policy."""

import pytest

from .conftest import served

PASSWORD = "a long one, hard to guess"
FURNISH = f"""
from tests.factories import make_entity, make_publication, make_user
make_user("publisher", username="publisher", password="{PASSWORD}")
make_publication("The Steppe Review")
make_entity("Astana", "place")
print("null")
"""


@pytest.fixture
def desk(browser, make_archive):
    """A page of a browser at the log-in of a small archive; what the browser complained of is in ``complaints``."""
    archive = make_archive()
    archive.ask(FURNISH)
    with served(archive) as site:
        context = browser.new_context(viewport={"width": 1440, "height": 900}, base_url=site)
        context.add_init_script(
            "document.addEventListener('securitypolicyviolation', event => "
            "console.error('refused: ' + event.violatedDirective + ' ' + event.blockedURI))"
        )
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text) if message.type in {"error", "warning"} else None)
        page.on("pageerror", lambda fault: page.complaints.append(str(fault)))
        page.on("response", lambda answer: page.complaints.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
        # A picker gives up its question when the next letter is typed.
        page.on("requestfailed", lambda asked: page.complaints.append(f"failed: {asked.url}") if asked.failure != "net::ERR_ABORTED" else None)
        page.archive = archive
        yield page
        context.close()


def press(page, name):
    page.get_by_role("button", name=name, exact=True).first.click()
