"""The first mention of each entity, as spans of the body."""

from articles.views.layers import Layer, Span
from articles.views.linking import links
from entities.recognition import GazetteerName

NAMES = [
    GazetteerName("Kazakhstan", 1),
    GazetteerName("Казахстан", 1),
    GazetteerName("Astana", 2),
    GazetteerName("Georgia", 3),
    GazetteerName("Georgia", 4),
]
ADDRESSES = {1: "/entities/kazakhstan/", 2: "/entities/astana/", 3: "/entities/georgia/", 4: "/entities/georgia-2/"}


def test_the_first_mention_of_each_entity_is_a_link_in_whichever_language():
    blocks = [("heading", "𝄞 A rise"), ("paragraph", "In Astana, Казахстан signed."), ("caption", "Kazakhstan and Astana again.")]

    assert list(links(blocks, NAMES, ADDRESSES)) == [
        Span(13, 19, Layer.ENTITY, href="/entities/astana/"),
        Span(21, 30, Layer.ENTITY, href="/entities/kazakhstan/"),
    ]


def test_a_name_that_two_entities_bear_is_not_linked():
    assert list(links([("paragraph", "Georgia spoke.")], NAMES, ADDRESSES)) == []
