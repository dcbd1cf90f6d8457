"""Title and subtitle of an article, and the places where they are printed again.

``choice`` takes the title: from what the markup marks (``marked``), or else of the lines that may be one (``candidates``) the one for
which the evidence weighs most (``evidence``); ``several_lines`` finds the lines it runs over, ``parting`` leaves out of it what is
printed in its line. ``subtitles`` and ``repeated`` then look below it.
"""
