"""What was learnt from pages whose record is known, and votes beside the rules.

Rules know a class of page each; what no rule knows, a line tells by its words, its shape and its neighbours, and some thousand pages
whose record was written down by hand tell how much each of these counts. ``features`` names what a line shows, ``weights`` holds what
each of it counts, as lines of words and numbers that anyone can read; ``python -m benchmarks.learning`` made them and makes them anew.
A vote decides only what the rules leave open, or where it is much surer than they can be, and says so under a name of its own.
"""
