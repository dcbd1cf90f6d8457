"""Where the bars and the circles of an entity's page stand, in the units of the drawing; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

FEWEST_YEARS = 5
FEWEST_NEIGHBOURS = 5

_BARS_WIDTH, _BARS_HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 640, 200, 40, 8, 20, 28
_NET_WIDTH, _NET_HEIGHT, _ACROSS, _UP = 720, 460, 170, 165
_LONGEST_LABEL = 28  # characters


@dataclass(frozen=True)
class Bar:
    """The articles of one year; a year without any has a bar of no height, so that time is drawn evenly."""

    year: int
    count: int
    x: float
    y: float
    width: float
    height: float
    middle: float
    is_labelled: bool


@dataclass(frozen=True)
class Bars:
    bars: tuple[Bar, ...]
    lines: tuple[tuple[float, int], ...]  # y, and the number of articles there
    width: int = _BARS_WIDTH
    height: int = _BARS_HEIGHT
    left: int = _LEFT
    right: int = _BARS_WIDTH - _RIGHT
    foot: int = _BARS_HEIGHT - 8


def bars(counts: Mapping[int, int]) -> Bars | None:
    """Return the drawing of ``counts``, articles by year, or None where fewer than five years have any."""
    years = sorted(year for year, count in counts.items() if count)
    if len(years) < FEWEST_YEARS:
        return None
    span = range(years[0], years[-1] + 1)
    most = max(counts.values())
    step = _step(most)
    top = -(-most // step) * step
    floor, room = _BARS_HEIGHT - _BOTTOM, _BARS_HEIGHT - _BOTTOM - _TOP
    place = (_BARS_WIDTH - _LEFT - _RIGHT) / len(span)
    gap = min(6.0, place * 0.25)
    every = -(-len(span) // 12)
    drawn = []
    for number, year in enumerate(span):
        count = counts.get(year, 0)
        height = round(count / top * room, 1)
        x = _LEFT + number * place
        drawn.append(
            Bar(
                year,
                count,
                round(x + gap / 2, 1),
                round(floor - height, 1),
                round(place - gap, 1),
                height,
                round(x + place / 2, 1),
                number % every == 0,
            )
        )
    return Bars(tuple(drawn), tuple((round(floor - value / top * room, 1), value) for value in range(0, top + 1, step)))


def _step(most: int) -> int:
    """Return 1, 2 or 5 times a power of ten, so that at most five of them cover ``most``."""
    step = 1
    while True:
        for times in (1, 2, 5):
            if step * times * 5 >= most:
                return step * times
        step *= 10


@dataclass(frozen=True)
class Node:
    """One neighbour: a circle on the ring, and its label outside of it."""

    key: int
    label: str
    count: int
    x: float
    y: float
    radius: float
    label_x: float
    label_y: float
    anchor: str  # start, middle or end, as SVG has it


@dataclass(frozen=True)
class Edge:
    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    is_to_the_middle: bool


@dataclass(frozen=True)
class Network:
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int = _NET_WIDTH
    height: int = _NET_HEIGHT
    middle_x: int = _NET_WIDTH // 2
    middle_y: int = _NET_HEIGHT // 2


def network(neighbours: Sequence[tuple[int, str, int]], together: Mapping[tuple[int, int], int]) -> Network | None:
    """Return the drawing of ``neighbours``, given as (key, name, number of articles shared), or None for fewer than five.

    They stand on a ring in the order given; ``together`` has the number of those articles that name two of them, by their
    keys in ascending order. Sizes grow with the root of the numbers, so that areas tell them.
    """
    if len(neighbours) < FEWEST_NEIGHBOURS:
        return None
    most = max(count for _, _, count in neighbours)
    middle_x, middle_y = _NET_WIDTH / 2, _NET_HEIGHT / 2
    nodes: list[Node] = []
    for number, (key, name, count) in enumerate(neighbours):
        angle = 2 * pi * number / len(neighbours) - pi / 2
        across, up = cos(angle), sin(angle)
        radius = round(5 + 9 * sqrt(count / most), 1)
        x, y = middle_x + across * _ACROSS, middle_y + up * _UP
        away = radius + 6
        anchor = "middle" if abs(across) < 0.2 else "start" if across > 0 else "end"
        shift = 4 if abs(across) >= 0.2 else (14 if up > 0 else -4)
        nodes.append(
            Node(key, _shortened(name), count, round(x, 1), round(y, 1), radius, round(x + across * away, 1), round(y + up * away + shift, 1), anchor)
        )
    places = {node.key: node for node in nodes}
    edges = [
        Edge(places[one].x, places[one].y, places[other].x, places[other].y, _thickness(count, most), False)
        for (one, other), count in sorted(together.items())
        if one in places and other in places and count > 1
    ]
    edges += [Edge(middle_x, middle_y, node.x, node.y, _thickness(node.count, most), True) for node in nodes]
    return Network(tuple(nodes), tuple(edges))


def _thickness(count: int, most: int) -> float:
    return round(0.6 + 2.6 * sqrt(min(1.0, count / most)), 1)


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_LABEL else name[: _LONGEST_LABEL - 1].rstrip() + "…"


@dataclass(frozen=True)
class Stretch:
    """A time on a line of 200 units; open ends run to the edge of the line."""

    x: float
    width: float


def timeline(times: Sequence[tuple[float | None, float | None]], *, this_year: int | None = None) -> tuple[int, int, list[Stretch | None]] | None:
    """Return first and last year of a line that holds ``times``, and the place of each on it; None where no time is known.

    Times are pairs of years with fractions (2014.5 is the middle of 2014); None is an open end, and a pair of two of them has no place.
    Where one goes on to this day the line does so too, if it is told which year that is.
    """
    known = [end for pair in times for end in pair if end is not None]
    if not known:
        return None
    first, last = int(min(known)), int(max(known)) + 1
    if this_year and any(begin is not None and end is None for begin, end in times):
        last = max(last, this_year)

    def place(pair: tuple[float | None, float | None]) -> Stretch | None:
        if pair == (None, None):
            return None
        begin = first if pair[0] is None else pair[0]
        end = last if pair[1] is None else pair[1]
        x = (begin - first) / (last - first) * 200
        return Stretch(round(x, 1), round(max(3.0, (end - begin) / (last - first) * 200), 1))

    return first, last, [place(pair) for pair in times]
