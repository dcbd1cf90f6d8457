"""Who may import whom, what pure modules know, and what stands nowhere in this house; read off the source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("kzarchive", "articles", "entities")

# Values in, values out: no database, settings, request or clock.
PURE = (
    "kzarchive.text", "kzarchive.patterns",
    "kzarchive.edtf", "kzarchive.marks", "kzarchive.addresses.pids", "kzarchive.addresses.canonical", "articles.body",
    "articles.anchoring",
    "articles.dating", "articles.kinship", "articles.outside",
    "articles.rights", "articles.ingest", "entities.recognition", "entities.inflection", "entities.context", "entities.names",
    "entities.vocabulary", "entities.metonyms",
    "entities.formats", "entities.identifiers", "entities.tables", "entities.skos", "entities.offices", "entities.drawing", "entities.linked_data",
    "articles.difference", "articles.views.layers", "articles.views.linking", "articles.views.as_captured",
    "articles.search.query", "articles.search.marking", "articles.search.guessing",
)  # fmt: skip

WORLD = {"django", "taggit", "os", "time", "random", "socket", "subprocess"}

# From the roof down; a module may import from its own floor and from those below. The longest name that fits a module places it.
FLOORS = (
    (
        "kzarchive.urls",
        "kzarchive.checks",
        "kzarchive.status",
        "kzarchive.apps",
        "kzarchive.server",
        "kzarchive.preflight",
        "kzarchive.wsgi",
        "kzarchive.asgi",
    ),
    (
        "articles.views",
        "articles.templatetags",
        "articles.admin",
        "articles.forms",
        "articles.urls",
        "articles.feeds",
        "articles.sitemaps",
        "articles.api",
        "articles.oai",
        "articles.receivers",
        "articles.management",
        "articles.apps",
        "articles.demo",
        "articles.verification",
        "entities.views",
        "entities.finding",
        "entities.portrait",
        "entities.admin",
        "entities.urls",
        "entities.management",
        "entities.apps",
        "kzarchive.admin",
        "kzarchive.addresses.admin",
        "kzarchive.addresses.apps",
        "kzarchive.history.admin",
        "kzarchive.merging.admin",
        "kzarchive.history.apps",
        "kzarchive.desk.apps",
    ),
    ("articles.editorial",),
    ("articles.search", "articles.citations", "articles.store", "articles.reaching"),
    ("articles.models", "articles.triggers"),
    ("entities.models", "entities.spelling", "entities.lookup", "entities.triggers", "entities.starter", "entities.bulk"),
    ("kzarchive.addresses", "kzarchive.history", "kzarchive.desk", "kzarchive.merging"),
    ("kzarchive.accounts", "kzarchive.fields", "kzarchive.http", "kzarchive.prepared", "kzarchive.tables", "kzarchive.writing"),
    PURE,
)
UNPLACED = {"kzarchive", "kzarchive.settings", "articles", "entities"}

# Nothing that a reader may not see comes of these but by these words.
GUARDED = {
    "Article", "Version", "TaggedEntity", "Entity", "Author", "Publication", "Relation", "Claim", "ClaimEntity", "ClaimLink", "Anchor", "Correction",
    "Evidence", "Question",
}  # fmt: skip
WAYS_IN = {"public", "newest_public", "tombstones"}


def modules(*packages: str) -> Iterator[tuple[str, Path]]:
    """Yield the dotted name and the file of every module, migrations left out."""
    for package in packages:
        for path in sorted((ROOT / package).rglob("*.py")):
            if "migrations" not in path.parts:
                yield ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"), path


def imports(module: str, path: Path) -> set[str]:
    """Return the dotted names that ``module`` imports: inside functions and for type checkers too."""
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) + 1 - node.level] if node.level else []
            found |= {".".join([*above, *([node.module] if node.module else []), alias.name]) for alias in node.names}
    return found


def stands_in(module: str, place: str) -> bool:
    return module == place or module.startswith(f"{place}.")


def floor_of(module: str) -> int | None:
    """Return the number of the floor ``module`` stands on, counted from the roof, or None where it has none."""
    places = [(len(place), floor) for floor, places in enumerate(FLOORS) for place in places if stands_in(module, place)]
    return max(places)[1] if places else None


ALL = dict(modules(*PACKAGES))


def test_every_module_stands_on_a_floor():
    assert {module for module in ALL if floor_of(module) is None} == UNPLACED


@pytest.mark.parametrize("module", [module for module in ALL if module not in UNPLACED])
def test_imports_run_downwards(module):
    upward = {
        name
        for name in imports(module, ALL[module])
        if name.partition(".")[0] in PACKAGES and name not in PACKAGES and (floor_of(name) is None or floor_of(name) < floor_of(module))
    }

    assert upward == set()


@pytest.mark.parametrize("module", [module for module in ALL if any(stands_in(module, place) for place in PURE)])
def test_pure_modules_know_neither_django_nor_the_clock(module):
    source = ast.parse(ALL[module].read_text(encoding="utf-8"))
    outside = {name for name in imports(module, ALL[module]) if name.split(".")[0] in WORLD}
    called = {node.func.attr for node in ast.walk(source) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)}
    clock = called & {"now", "today", "utcnow"}

    assert (outside, clock) == (set(), set())


PAGES = [f"{app}.{part}" for app in PACKAGES for part in ("views", "finding", "feeds", "sitemaps", "api", "oai", "status")]


@pytest.mark.parametrize("module", [module for module in ALL if any(stands_in(module, place) for place in PAGES)])
def test_pages_ask_for_what_the_public_may_see(module):
    source = ast.parse(ALL[module].read_text(encoding="utf-8"))
    parents = {child: node for node in ast.walk(source) for child in ast.iter_child_nodes(node)}
    past = [
        f"{module}:{node.lineno} {ast.unparse(parents[node])}"
        for node in ast.walk(source)
        if isinstance(node, ast.Attribute)
        and node.attr in {"objects", "_default_manager", "_base_manager"}
        and isinstance(node.value, ast.Name)
        and node.value.id in GUARDED
        and getattr(parents[node], "attr", None) not in WAYS_IN
    ]

    assert past == []


def sources(*endings: str, tests: bool = False) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file of ours with one of these endings; of the tests too where they are asked for."""
    for place in (*PACKAGES, "templates", "benchmarks", *(["tests"] if tests else [])):
        for path in sorted((ROOT / place).rglob("*")):
            if path.suffix in endings and path != Path(__file__).resolve() and not path.is_relative_to(ROOT / "tests" / "data"):
                yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", ["mark_safe", "|safe", "autoescape off", "cache_page"])
def test_these_words_stand_nowhere(words):
    assert [name for name, text in sources(".py", ".html", ".txt", ".xml") if words in text] == []


@pytest.mark.parametrize("words", ["transactional_db", "TransactionTestCase", "transaction=True", "live_server"])
def test_no_test_flushes_the_tables(words):
    assert [name for name, text in sources(".py", tests=True) if words in text] == []


def test_only_a_view_that_changes_nothing_is_spared_the_forgery_check():
    uses = [
        f"{name}: {line.strip()}"
        for name, text in sources(".py")
        for line in text.splitlines()
        if "csrf_exempt" in line and "import" not in line and "csrf_exempt(require_safe(" not in line
    ]

    assert uses == []


def test_no_file_is_named_after_nothing():
    named = {"utils", "util", "common", "helpers", "helper", "misc"}
    files = (path for place in (*PACKAGES, "tests", "templates", "static") for path in (ROOT / place).rglob("*"))

    assert [str(path.relative_to(ROOT)) for path in files if path.stem in named] == []


@pytest.mark.parametrize(
    ("module", "floor"),
    [("kzarchive.addresses.models", 6), ("kzarchive.addresses.pids", 8), ("articles.models.article", 4), ("articles.modelsx", None)],
)
def test_the_longest_name_places_a_module(module, floor):
    assert floor_of(module) == floor


def test_imports_are_found_wherever_they_stand(tmp_path):
    (tmp_path / "m.py").write_text(
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from articles import models\n"
        "def f():\n    from ..b import c\n    import d.e\nfrom . import g\n"
    )

    assert imports("x.y.m", tmp_path / "m.py") == {"typing.TYPE_CHECKING", "articles.models", "x.b.c", "d.e", "x.y.g"}
