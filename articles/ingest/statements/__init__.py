"""Lines that say what an article is, and what each of them states.

``lines`` tries the readers of the other modules on a line; ``field`` is what they return. Of the rest, ``names`` and ``roles`` tell
who and what somebody is, ``people`` reads a list of names, and every other module reads the lines of one subject.
"""
