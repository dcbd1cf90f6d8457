"""Which records are proposed as one, with which evidence; and that an answer stays."""

import pytest

from articles.editorial.pairs import propose_pairs
from articles.models import PublicationTitle, TaggedEntity
from kzarchive.merging import acts
from kzarchive.merging.models import Merge, Pair
from tests.factories import make_article, make_author, make_entity, make_publication, make_user

pytestmark = pytest.mark.django_db


def pairs():
    return {frozenset([pair.first_id, pair.second_id]): (pair.evidence, pair.weight) for pair in Pair.objects.all()}


def test_records_of_one_name_or_one_name_in_two_alphabets_are_proposed_with_the_evidence():
    one, other = make_entity("Tokayev", "person"), make_entity("TOKAYEV", "person")
    cyrillic = make_entity("The second president", "person", names=[("Назарбаев", "ru")])
    latin = make_entity("Nazarbaev", "person")
    make_entity("Russia")
    author, namesake = make_author("Aigerim Sadykova"), make_author("AIGERIM SADYKOVA")
    paper, renamed = make_publication("The Conway Bulletin"), make_publication("The Bulletin")
    PublicationTitle.objects.create(publication=renamed, title="The Conway Bulletin")
    article = make_article(state="published")
    for entity in (one, other):
        TaggedEntity.objects.create(content_object=article, tag=entity)

    assert propose_pairs() == 4

    assert pairs() == {
        frozenset([one.pid, other.pid]): (["Both are called “Tokayev”.", "1 article of both."], 6),
        frozenset([cyrillic.pid, latin.pid]): (["“Назарбаев” and “Nazarbaev” are one name in two alphabets or spellings."], 3),
        frozenset([author.pid, namesake.pid]): (["Both are called “Aigerim Sadykova”."], 5),
        frozenset([paper.pid, renamed.pid]): (["Both are called “The Conway Bulletin”."], 5),
    }
    assert not Merge.objects.exists()


def test_an_answered_pair_is_not_asked_again():
    make_entity("Georgia"), make_entity("Georgia", "place", slug="georgia-us")
    propose_pairs()
    acts.answer(Pair.objects.get(), by=make_user("editor"), verdict="no", note="Two Georgias.")

    assert propose_pairs() == 0
    assert Pair.objects.values_list("answer", "note").get() == ("no", "Two Georgias.")


def test_what_was_merged_away_is_proposed_no_more():
    a, b = make_author("A. Sadykova"), make_author("A. SADYKOVA")
    acts.merge(a, b, by=make_user("editor"), reason="One.")

    assert propose_pairs() == 0


def test_a_word_that_many_bear_makes_no_pairs():
    for number in range(9):
        make_entity("Congress", "organisation", slug=f"congress-{number}")

    assert propose_pairs() == 0
