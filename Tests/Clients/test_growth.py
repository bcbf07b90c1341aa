"""The cost is linear in every element of an input that can be repeated.

This is a coarse version of what `make bench` prints: it fails above a slope of 1.6, best of three.
"""

import pathlib
import sys

import pytest
from conftest import binary

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Growth"))
import growth  # noqa: E402


@pytest.mark.parametrize("element", growth.CASES)
def test_the_cost_is_linear(element):
    best = [9.0, 9.0]
    for _ in range(3):
        best = [min(pair) for pair in zip(best, growth.slopes(binary(), element)[0])]
        if max(best) <= 1.6:
            return
    assert max(best) <= 1.6, f"{element}: slope of CPU time {best[0]:.2f}, of memory {best[1]:.2f}"
