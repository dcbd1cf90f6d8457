"""First mentions as links, the text itself untouched."""

from hypothesis import given
from hypothesis import strategies as st

from articles.views.linking import Block, Piece, linked_blocks
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
    blocks = [("paragraph", "In Astana, Казахстан signed."), ("caption", "Kazakhstan and Astana again.")]

    assert linked_blocks(blocks, NAMES, ADDRESSES) == [
        Block(
            "paragraph",
            (Piece("In "), Piece("Astana", "/entities/astana/"), Piece(", "), Piece("Казахстан", "/entities/kazakhstan/"), Piece(" signed.")),
        ),
        Block("caption", (Piece("Kazakhstan and Astana again."),)),
    ]


def test_a_name_that_two_entities_bear_is_not_linked():
    assert linked_blocks([("paragraph", "Georgia spoke.")], NAMES, ADDRESSES) == [Block("paragraph", (Piece("Georgia spoke."),))]


@given(st.lists(st.lists(st.sampled_from(["Kazakhstan", "Казахстан", "Astana", "Georgia", " ", "’s", "́", "ﬁ", "<b>", "&", "x"])).map("".join)))
def test_the_pieces_of_a_block_are_its_text(texts):
    blocks = linked_blocks([("paragraph", text) for text in texts], NAMES, ADDRESSES)

    assert ["".join(piece.text for piece in block.pieces) for block in blocks] == texts
