"""Boilerplate: lines of a page that are no part of an article.

``before``, ``within`` and ``after`` hold the rules by where their lines stand to the text, ``regions`` what the markup sets apart;
``rules`` says how each rule's first line begins, and in which order they are tried.
"""
