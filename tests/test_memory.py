"""Garbage is not looked for during long work, and is again afterwards, whatever happened."""

from __future__ import annotations

import gc

import pytest

from counterclaim.memory import uncollected


def test_the_collector_rests_meanwhile() -> None:
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_an_error_and_inside_another_rest() -> None:
    with uncollected():
        with pytest.raises(ValueError, match="broken"), uncollected():
            raise ValueError("broken")
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_switched_off_collector_stays_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
