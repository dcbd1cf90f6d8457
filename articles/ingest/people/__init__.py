"""Who wrote the text of a page: names printed without a word before them, and what the page says of those who bear them.

``spoken_of`` weighs whether a name may be an author's; ``signatures`` states one; the others look for names and for roles, each
in one place of the page.
"""
