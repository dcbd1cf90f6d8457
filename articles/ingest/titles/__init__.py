"""Title and subtitle of an article, and the places where they are printed again.

``choice`` takes the title: what the markup marks (``marked``), or else of the lines that may be one (``candidates``) the one for which
most speaks. The pieces of evidence stand with their weights in tables: what a line says ``by_itself`` and what it says
``beside_others``; they share one ``contest``, and ``evidence`` sums them up. ``several_lines`` finds the lines a title runs over,
``parting`` leaves out of it what is printed in its line. ``subtitles`` and ``repeated`` then look below it.
"""
