"""One article that fails costs that article alone: steps that are tried, and what a failure then does."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Literal, TypeVar, get_args

from communique.read import ArticleError, Source
from communique.tag import ModelNotFoundError

S = TypeVar("S")
# What an article that fails does to the others: ends them, is left out with a warning, or without one.
Errors = Literal["raise", "warn", "skip"]


@dataclass(frozen=True, slots=True)
class Failed:
    """In place of what an article should have given: why it did not."""

    error: Exception


def check_errors(errors: str) -> None:
    """Raise ``ValueError`` for what is no :data:`Errors`."""
    if errors not in get_args(Errors):
        raise ValueError(f"errors is one of {', '.join(get_args(Errors))}; not {errors!r}")


def fail(error: Exception, name: str, errors: Errors) -> None:
    """Do what ``errors`` says about an article that failed."""
    named = isinstance(error, ArticleError)
    if errors == "raise":
        if not named:
            error.add_note(f"in the article {name}")
        raise error
    if errors == "warn":
        reason = str(error) if named else f"{name}: {type(error).__name__}: {error}"
        warnings.warn(reason, RuntimeWarning, stacklevel=3)


def no_limit(articles: int, spent: float) -> AbstractContextManager[None]:
    """No limit on what a step may take, on so many articles that took so many seconds before."""
    return nullcontext()


def attempt(step: Callable[[], S], limit: AbstractContextManager[None]) -> S | Failed:
    """What a step gives, within a limit, or why it does not; a missing model, which fails all, is raised."""
    try:
        with limit:
            return step()
    except ModelNotFoundError:
        raise
    except Exception as error:
        return Failed(error)


def batches(items: Iterable[S], size: int) -> Iterator[list[S]]:
    """Items by ``size``; those before an exception of their iterator are given before it is raised."""
    batch: list[S] = []
    failure: Exception | None = None
    iterator = iter(items)
    while failure is None:
        try:
            batch.append(next(iterator))
        except StopIteration:
            break
        except Exception as error:
            failure = error
        if len(batch) >= size:
            yield batch
            batch = []
    if batch:
        yield batch
    if failure is not None:
        raise failure


def label(item: object) -> str:
    """What an article is called in messages."""
    if isinstance(item, Source):
        return item.source or label(item.text)
    return repr(item if not isinstance(item, str) or len(item) <= 40 else f"{item[:40]}…")
