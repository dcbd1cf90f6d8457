"""What every test may ask for."""

import pytest


@pytest.fixture(autouse=True)
def own_captures(settings, tmp_path):
    """Each test keeps its captures, and its import lock, in a directory of its own."""
    settings.DATA_DIR = tmp_path
    settings.CAPTURES_DIR = tmp_path / "captures"
