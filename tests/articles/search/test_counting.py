"""How often each tag stands behind many hits: the same however many there are, one by one or by numpy."""

import random
from collections import Counter

import pytest

from articles.search.documents import LETTERS, MANY_CODES, counted


def expected(tags, languages):
    found = {}
    for letter in LETTERS:
        times = Counter(value for kind, value in tags if kind == letter)
        by = (lambda pair: -pair[0]) if letter == "y" else (lambda pair: (-pair[1], pair[0]))
        if times:
            found[letter] = [(str(value), count) for value, count in sorted(times.items(), key=by)]
    return found | {"l": sorted(Counter(languages).items(), key=lambda pair: (-pair[1], pair[0]))}


@pytest.mark.parametrize("many", [0, 1, 300, MANY_CODES + 1])
@pytest.mark.parametrize("known", [2, 40])
def test_few_and_many_are_counted_alike_and_stand_in_one_order(many, known):
    chance = random.Random(many + known)
    tags = [(chance.choice(LETTERS), chance.choice([1, 2, chance.randrange(1, 3_000), chance.randrange(1, 1 << 28)])) for _ in range(many)]
    languages = [f"l{chance.randrange(known)}" for _ in range(many)]
    codes = b"".join((LETTERS.index(letter) << 29 | value).to_bytes(4, "little") for letter, value in tags)

    assert counted(codes, " ".join(languages)) == expected(tags, languages)
