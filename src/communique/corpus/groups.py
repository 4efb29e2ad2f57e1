"""Groups that grow by rules: each step is remembered with its reason, and refused where it contradicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, Protocol, Self, TypeVar


class Step(NamedTuple):
    """Two members that belong together, and why (or why not)."""

    a: int
    b: int
    reason: str


class Facts(Protocol):
    """What a group knows of itself, enough to say whether another may join it."""

    def against(self, other: Self) -> str | None:
        """Why the two cannot be one, or None."""

    def take(self, other: Self) -> None:
        """Add what the other knows."""


F = TypeVar("F", bound=Facts)


class Groups(Generic[F]):
    """Members 0…n-1, each a group at first; ``facts`` are theirs."""

    def __init__(self, facts: Sequence[F]) -> None:
        self._facts = list(facts)
        self._parent = list(range(len(facts)))
        self._members = {k: [k] for k in range(len(facts))}
        self.taken: list[Step] = []
        self.refused: list[Step] = []

    def root(self, k: int) -> int:
        """The group of a member, as the member that stands for it."""
        while self._parent[k] != k:
            self._parent[k] = self._parent[self._parent[k]]
            k = self._parent[k]
        return k

    def follow(self, steps: Iterable[Step]) -> None:
        """Merge along the steps, in their order."""
        for step in steps:
            a, b = self.root(step.a), self.root(step.b)
            if a == b:
                continue
            against = self._facts[a].against(self._facts[b])
            if against is not None:
                self.refused.append(Step(step.a, step.b, f"{step.reason}, but {against}"))
                continue
            if len(self._members[a]) < len(self._members[b]):
                a, b = b, a
            self._parent[b] = a
            self._members[a] += self._members.pop(b)
            self._facts[a].take(self._facts[b])
            self.taken.append(step)

    def all(self) -> list[tuple[list[int], list[str]]]:
        """Every group with the reasons that made it, by its first member."""
        why: dict[int, list[str]] = {root: [] for root in self._members}
        for step in self.taken:
            why[self.root(step.a)].append(step.reason)
        return sorted(
            (sorted(members), list(dict.fromkeys(why[root]))) for root, members in self._members.items()
        )
