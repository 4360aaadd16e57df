"""Colours hold WCAG 2.2 wherever the kit puts one on the other."""

from __future__ import annotations

import itertools

import pytest

from pos_app.ui.theme.contrast import AA_COMPONENT, AA_TEXT, AAA_TEXT, contrast, luminance
from pos_app.ui.theme.tokens import PALETTES, Palette, Role, Tone, palette_for

GROUNDS = (Role.SURFACE, Role.RAISED, Role.SUNKEN, Role.HOVER, Role.SELECTED)
WORDS = (Role.TEXT, Role.MUTED, Role.ACCENT_TEXT, *(tone.text for tone in Tone))
TEXT_PAIRS = sorted(
    {
        *itertools.product(WORDS, GROUNDS),
        *((tone.text, tone.soft) for tone in Tone),
        *((Role.TEXT, tone.soft) for tone in Tone),
        *((Role.MUTED, tone.soft) for tone in Tone),
        (Role.RAISED, Role.TEXT),  # tool tips
        (Role.ON_TRAINING, Role.TRAINING),
        *(
            (Role.ON_ACCENT, fill)
            for fill in (Role.ACCENT, Role.ACCENT_HOVER, Role.ACCENT_PRESSED)
        ),
        *(
            (Role.ON_DANGER, fill)
            for fill in (Role.DANGER_FILL, Role.DANGER_HOVER, Role.DANGER_PRESSED)
        ),
    }
)
COMPONENT_PAIRS = sorted(
    {
        *itertools.product((Role.FIELD_BORDER, Role.ACCENT, Role.DANGER_FILL), GROUNDS[:3]),
        *itertools.product((Role.FOCUS,), GROUNDS),  # the ring on the page and beside its gap
        *itertools.product((Role.DISABLED,), (*GROUNDS[:3], Role.DISABLED_FILL)),
        *((Role.FOCUS, tone.soft) for tone in Tone),
    }
)
BY_NAME = pytest.mark.parametrize("palette", PALETTES, ids=[each.name for each in PALETTES])


@BY_NAME
@pytest.mark.parametrize(("word", "ground"), TEXT_PAIRS)
def test_words_can_be_read_on_every_ground(palette: Palette, word: Role, ground: Role) -> None:
    """Text has 4.5:1 on its ground, in high contrast 7:1."""
    least = AAA_TEXT if palette.high_contrast else AA_TEXT
    assert contrast(palette[word], palette[ground]) >= least


@BY_NAME
@pytest.mark.parametrize(("part", "ground"), COMPONENT_PAIRS)
def test_controls_and_focus_can_be_found(palette: Palette, part: Role, ground: Role) -> None:
    """Edges of controls, fills of buttons and the focus ring have 3:1 on their ground."""
    assert contrast(palette[part], palette[ground]) >= AA_COMPONENT


def test_contrast_knows_the_published_examples() -> None:
    """Black on white is 21:1, equal colours are 1:1, and #767676 is the lightest AA grey."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#123456", "#123456") == pytest.approx(1)
    assert contrast("#767676", "#ffffff") >= AA_TEXT > contrast("#777777", "#ffffff")


@pytest.mark.parametrize("color", ["", "#fff", "#80ffffff", "white"])
def test_translucent_and_named_colours_are_refused(color: str) -> None:
    """Contrast of a colour that lets its ground through can't be told."""
    with pytest.raises(ValueError, match=r".*"):
        luminance(color)


@BY_NAME
def test_every_role_has_a_colour(palette: Palette) -> None:
    """No palette forgets a role."""
    assert set(palette.colors) == set(Role)


def test_a_palette_is_chosen_by_scheme_and_contrast() -> None:
    """Each of the four combinations has its own palette that says what it is."""
    for dark, high in itertools.product((False, True), repeat=2):
        chosen = palette_for(dark=dark, high_contrast=high)
        assert (chosen.dark, chosen.high_contrast) == (dark, high)
