"""The palette's promises, measured: contrast with the ground, and distance between kinds for every eye."""

from __future__ import annotations

from itertools import combinations

import pytest

from communique.show.palette import GROUND, INK, MARKED, PALETTE, stylesheet

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
EYES: dict[str, Matrix] = {
    "common": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}
XYZ: Matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))


def linear(colour: str) -> Triple:
    r, g, b = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (r, g, b))  # type: ignore[return-value]


def apply(matrix: Matrix, colour: Triple) -> Triple:
    return tuple(sum(m * c for m, c in zip(row, colour, strict=True)) for row in matrix)  # type: ignore[return-value]


def luminance(colour: Triple) -> float:
    return apply(XYZ, colour)[1]


def contrast(a: Triple, b: Triple) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def lab(colour: Triple) -> Triple:
    clipped: Triple = tuple(min(1.0, max(0.0, c)) for c in colour)  # type: ignore[assignment]
    x, y, z = (v / white for v, white in zip(apply(XYZ, clipped), (0.9505, 1.0, 1.089), strict=True))
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def tint(colour: str, ground: str, share: float) -> Triple:
    mixed = [
        round(int(colour[i : i + 2], 16) * share + int(ground[i : i + 2], 16) * (1 - share))
        for i in (1, 3, 5)
    ]
    return linear("#" + "".join(f"{c:02x}" for c in mixed))


def test_every_marked_kind_has_a_colour() -> None:
    assert tuple(PALETTE) == MARKED


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", MARKED)
def test_lines_stand_out_from_the_ground(kind: str, theme: str) -> None:
    assert contrast(linear(getattr(PALETTE[kind], theme)), linear(getattr(GROUND, theme))) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", MARKED)
def test_text_is_legible_on_the_strongest_tint(kind: str, theme: str) -> None:
    strongest = tint(getattr(PALETTE[kind], theme), getattr(GROUND, theme), 0.34)
    assert contrast(linear(getattr(INK, theme)), strongest) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("eye", EYES)
def test_kinds_stay_apart_for_every_eye(eye: str, theme: str) -> None:
    seen = {kind: lab(apply(EYES[eye], linear(getattr(c, theme)))) for kind, c in PALETTE.items()}
    for a, b in combinations(seen, 2):
        distance = sum((x - y) ** 2 for x, y in zip(seen[a], seen[b], strict=True)) ** 0.5
        assert distance > 20, (a, b, distance)


def test_kinds_whose_names_a_page_uses_are_in_its_style() -> None:
    for kind in MARKED:
        assert f"--c-{kind}:light-dark(" in stylesheet()
