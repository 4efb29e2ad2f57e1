"""The colour of each record kind, for light and dark grounds.

Near the hues of Okabe and Ito, moved until every pair stays apart under the three kinds of colour blindness
and every line keeps a contrast of 3:1 with its ground; the tests measure both. A line style of its own
tells each kind apart without colour.
"""

from __future__ import annotations

from dataclasses import dataclass

MARKED = ("institutions", "people", "roles", "rankings", "counts", "quotations", "dates")


@dataclass(frozen=True, slots=True)
class Colour:
    """``light``: on a light ground; ``dark``: on a dark one; ``line``: the style of the underline."""

    light: str
    dark: str
    line: str


PALETTE = {
    "institutions": Colour("#0045a4", "#627dee", "2px solid"),
    "people": Colour("#ad6197", "#c970a7", "3px solid"),
    "roles": Colour("#5a4444", "#d0d0c9", "2px dashed"),
    "rankings": Colour("#b9401b", "#eb702c", "4px double"),
    "counts": Colour("#16a154", "#09d87d", "2px solid"),
    "quotations": Colour("#d57c00", "#ffcb26", "2px dotted"),
    "dates": Colour("#587af6", "#a8d2ff", "3px dotted"),
}
GROUND = Colour("#ffffff", "#16181c", "")
INK = Colour("#1b1d21", "#e9eaec", "")


def stylesheet() -> str:
    """The palette as custom properties, and which of them each kind uses."""
    names = {"ground": GROUND, "ink": INK} | PALETTE
    properties = "".join(f"--c-{name}:light-dark({c.light},{c.dark});" for name, c in names.items())
    lines = [f".communique{{{properties}}}"]
    for kind, colour in PALETTE.items():
        lines.append(f".communique .{kind}{{--c:var(--c-{kind});--line:{colour.line}}}")
        lines.append(
            f".communique:has(.legend input[value={kind}]:not(:checked)) mark.{kind}"
            "{background:none;border-color:transparent}"
        )
    return "\n".join(lines)
