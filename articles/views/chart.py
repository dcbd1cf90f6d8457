"""A plain chart of answers that are numbers: points by date, with the axes to read them by; pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import floor, log10

FEWEST = 5
WIDTH, HEIGHT = 640, 280
LEFT, RIGHT, TOP, BOTTOM = 64, 16, 16, 36


@dataclass(frozen=True)
class Answer:
    """A number, the days it is stated for, and how it is called."""

    number: Decimal
    earliest: dt.date
    latest: dt.date
    label: str
    address: str
    classes: str
    sign: str


@dataclass(frozen=True)
class Point:
    """An answer on the chart; ``from_x`` to ``to_x`` is the time it may stand for."""

    answer: Answer
    x: float
    y: float
    from_x: float
    to_x: float


@dataclass(frozen=True)
class Chart:
    points: tuple[Point, ...]
    lines: tuple[tuple[float, str], ...]  # y, and the number there
    years: tuple[tuple[float, str], ...]  # x, and the year there
    unit: str
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    bottom: int = HEIGHT - BOTTOM


def chart(answers: Sequence[Answer], unit: str | None) -> Chart | None:
    """Return a chart of ``answers``, or None where fewer than five are at hand."""
    if len(answers) < FEWEST:
        return None
    low, high = min(answer.number for answer in answers), max(answer.number for answer in answers)
    step = _step(high - low or abs(high) or Decimal(1))
    if all(answer.number == answer.number.to_integral_value() for answer in answers):
        step = max(step, Decimal(1))  # nobody counts half a state
    first = (low / step).to_integral_value(rounding="ROUND_FLOOR") * step
    last = (high / step).to_integral_value(rounding="ROUND_CEILING") * step
    if first == last:
        last += step
    years = range(min(answer.earliest for answer in answers).year, max(answer.latest for answer in answers).year + 2)
    begin, end = dt.date(years[0], 1, 1).toordinal(), (dt.date(min(years[-1], 9999), 1, 1)).toordinal()

    def x_of(day: dt.date) -> float:
        return round(LEFT + (day.toordinal() - begin) / max(1, end - begin) * (WIDTH - LEFT - RIGHT), 1)

    def y_of(number: Decimal) -> float:
        return round(HEIGHT - BOTTOM - float((number - first) / (last - first)) * (HEIGHT - TOP - BOTTOM), 1)

    points = []
    for answer in sorted(answers, key=lambda answer: (answer.earliest, answer.latest)):
        from_x, to_x = x_of(answer.earliest), x_of(answer.latest)
        points.append(Point(answer, round((from_x + to_x) / 2, 1), y_of(answer.number), from_x, to_x))
    count = int((last - first) / step)
    every = max(1, -(-len(years) // 8))
    return Chart(
        points=tuple(points),
        lines=tuple((y_of(first + step * number), f"{(first + step * number).normalize():,f}") for number in range(count + 1)),
        years=tuple((x_of(dt.date(year, 1, 1)), str(year)) for year in years[::every] if year <= 9999),
        unit=unit or "",
    )


def _step(span: Decimal) -> Decimal:
    """Return 1, 2 or 5 times a power of ten, so that four to ten of them cover ``span``."""
    power = Decimal(10) ** floor(log10(float(span)))
    part = span / power
    return power * (Decimal("0.2") if part <= 2 else Decimal("0.5") if part <= 5 else Decimal(1))
