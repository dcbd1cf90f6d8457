"""The page most tests of heads and feet print something around: a headline, two paragraphs of running text, and how it is read."""

import datetime as dt

from articles.ingest.draft import draft

TODAY = dt.date(2026, 11, 22)
TITLE = "Harbour masters meet in Kuryk to share out the winter berths"
FIRST = "The four masters sat down on a bench above the quay and did not get up again before every place had a name beside it in the book."
SECOND = "Two of them had brought lists of their own, and these were read aloud before anybody was allowed to speak of money or of ice."
TEXT = f"{FIRST}\n\n{SECOND}"


def read(*blocks: str):
    """Return the draft of a plain page whose blocks stand a blank line apart."""
    return draft("\n\n".join(blocks).encode(), filename="page.txt", today=TODAY)
