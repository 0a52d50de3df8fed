"""Contrast of the colours that are sent: words at least 4.5:1, and what is drawn at least 3:1."""

from __future__ import annotations

import re

import pytest

from portal.rendering import STATIC, Renderer

CSS = (STATIC / Renderer().asset("portal.css").rpartition("/")[2]).read_text(encoding="utf-8")
RULE = re.compile(r"([^{}@;]+)\{([^{}]*)\}")
PAPER = "#fff"
WORDS, DRAWN = 4.5, 3.0
"""WCAG 2.2, 1.4.3 and 1.4.11."""
COLOUR = re.compile(r"#[0-9a-f]{3}(?:[0-9a-f]{3})?\Z")


def rules() -> list[tuple[str, dict[str, str]]]:
    """Selectors and what they declare, in the order of the file, without those of other media."""
    plain = re.sub(r"@media ?(?:\(forced-colors|print)[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}", "", CSS)
    found = []
    for selectors, body in RULE.findall(plain):
        pairs = (one.split(":", 1) for one in body.split(";") if ":" in one)
        declared = {name.strip(): value.strip() for name, value in pairs}
        found += [(selector.strip(), declared) for selector in selectors.split(",")]
    return found


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(one * 2 for one in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def drawn(name: str) -> dict[str, dict[str, str]]:
    """Each kind of one part of a picture with all that is declared for it."""
    plain: dict[str, str] = {}
    kinds: dict[str, dict[str, str]] = {}
    for selector, declared in rules():
        if selector == f".{name}":
            plain |= declared
        elif selector.startswith(f".{name}--"):
            kinds.setdefault(selector.rpartition("--")[2], {}).update(declared)
    return {"": plain, **{kind: plain | declared for kind, declared in kinds.items()}}


def test_words_stand_out_from_the_ground_that_is_declared_with_them() -> None:
    faint, checked = {}, 0
    for selector, declared in rules():
        words, ground = declared.get("color", ""), declared.get("background-color", "")
        if COLOUR.match(words) and COLOUR.match(ground):
            checked += 1
            if contrast(words, ground) < WORDS:
                faint[selector] = round(contrast(words, ground), 2)
    assert faint == {}
    assert checked > 10


@pytest.mark.parametrize("name", ["b-picture__square", "b-picture__bar", "b-picture__mark"])
def test_what_is_drawn_has_an_edge_that_stands_out_from_the_page(name: str) -> None:
    edges = {kind: declared["stroke"] for kind, declared in drawn(name).items()}
    assert len(edges) >= 3
    assert {kind for kind, edge in edges.items() if contrast(edge, PAPER) < DRAWN} == set()


def test_each_sign_and_the_words_stand_out_from_their_square() -> None:
    squares, signs = drawn("b-picture__square"), drawn("b-picture__sign")
    (ink,) = {declared["fill"] for declared in drawn("b-picture__words").values()}
    assert contrast(ink, PAPER) >= WORDS
    for kind, square in squares.items():
        sign = signs.get(kind, signs[""])["stroke"]
        assert contrast(sign, square["fill"]) >= DRAWN, kind
        assert contrast(signs["data"]["stroke"], square["fill"]) >= DRAWN, kind


def test_no_two_answers_are_drawn_alike() -> None:
    looks = [
        (square["fill"], square["stroke"], square.get("stroke-dasharray"))
        for kind, square in drawn("b-picture__square").items()
        if kind
    ]
    assert len(looks) == len(set(looks))
