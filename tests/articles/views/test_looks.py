"""What every template and the style sheet keep to, whoever writes the next one."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = {str(path.relative_to(ROOT)): path.read_text() for path in sorted((ROOT / "templates").rglob("*.html")) if "admin" not in path.parts}
CSS = (ROOT / "static/css/site.css").read_text()


def test_no_template_runs_a_script_or_sets_a_style():
    # A script is a file of ours, asked for once the page is there: nothing on a page waits for it.
    forbidden = re.compile(
        r"<script(?! src=\"\{% static 'js/[a-z]+\.js' %\}\" defer></script>)|<style|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE
    )

    assert {name: forbidden.findall(text) for name, text in TEMPLATES.items() if forbidden.search(text)} == {}


def test_nothing_is_asked_of_another_host():
    elsewhere = re.compile(r"(?:src|href|action)=[\"']?(?:https?:)?//|url\((?!\"\.\./fonts/)|@import", re.IGNORECASE)
    # Links that a reader may follow, and the name of a vocabulary, which no browser follows.
    named = re.compile(r'<a href="https://creativecommons\.org/[a-z0-9./-]+" rel="noopener">|<link rel="schema\.DC" href="[^"]+">')

    assert {name for name, text in {**TEMPLATES, "site.css": CSS}.items() if elsewhere.search(named.sub("", text))} == set()


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.2, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
def test_words_stand_out_from_their_ground_as_wcag_asks(mode):
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", CSS.split(":root {")[1 + mode].split("}")[0]))
    words = [(colours[ink], colours[ground]) for ink in ("ink", "quiet", "link") for ground in ("paper", "raised", "note")]
    edges = [(colours[edge], colours["paper"]) for edge in ("edge", "sky")]

    assert [pair for pair in words if contrast(*pair) < 4.5] + [pair for pair in edges if contrast(*pair) < 3] == []
