"""The collector is off while a process of ours loads, and nobody else's collector is touched."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from communique import loading
from communique.pipeline import load
from communique.read import Source


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


def test_paused_and_as_it_was_after() -> None:
    with loading.paused():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(KeyError), loading.paused():
        raise KeyError
    assert gc.isenabled()
    gc.disable()
    try:
        with loading.paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_reading_leaves_no_garbage(gold_dir: Path) -> None:
    texts = [path.read_text("utf-8") for path in sorted(gold_dir.glob("*.txt"))[:12]]
    pipeline = load(None)
    for _ in pipeline.pipe(map(Source, texts)):
        pass  # what is loaded first
    gc.collect()
    with loading.paused():
        for _ in pipeline.pipe(map(Source, texts)):
            pass
        assert gc.collect() < 10 * len(texts)
