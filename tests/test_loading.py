"""The collector is off while a process of ours loads, and nobody else's collector is touched."""

from __future__ import annotations

import gc

from communique import loading


def test_off_while_loading_and_on_after() -> None:
    loading.begin()
    assert not gc.isenabled()
    loading.end()
    assert gc.isenabled()
    gc.unfreeze()


def test_a_collector_that_its_owner_switched_off_stays_off() -> None:
    gc.disable()
    try:
        loading.begin()
        loading.end()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_end_alone_does_nothing() -> None:
    frozen = gc.get_freeze_count()
    loading.end()
    assert gc.get_freeze_count() == frozen
    assert gc.isenabled()
