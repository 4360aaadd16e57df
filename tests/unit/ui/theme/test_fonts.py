"""The bundled faces cover what people are called, and nothing comes from the system."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication

from pos_app.resources import resource_path
from pos_app.ui.theme import fonts
from pos_app.ui.theme.tokens import TextRole

pytestmark = pytest.mark.usefixtures("qapp")
LATIN = "".join(map(chr, range(0xA1, 0x180))).replace("\u00ad", "").replace("ŉ", "")
GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψωΆΈΉΊΌΎΏάέήίόύώϊϋΐΰ"
CYRILLIC = (
    "".join(map(chr, range(0x401, 0x460))).replace("Ѝ", "").replace("ѐ", "").replace("ѝ", "")
)
SIGNS = "€£¥$ẞß–—…“”„‚‘’«»•·×−→←"
SIZE_LIMIT = 3 * 1024 * 1024


@pytest.mark.parametrize("name", [each for each in fonts.FILES if "Sans" in each])
def test_the_text_face_covers_european_scripts(name: str) -> None:
    """Latin with its extensions, Greek, Cyrillic and currency signs are in every weight."""
    face = QRawFont(str(resource_path("fonts", name)), 14)
    missing = [
        c for c in LATIN + GREEK + CYRILLIC + SIGNS + "₴₺₽₹" if not face.supportsCharacter(ord(c))
    ]
    assert missing == []


@pytest.mark.parametrize("name", [each for each in fonts.FILES if "Mono" in each])
def test_the_code_face_covers_european_scripts(name: str) -> None:
    """Codes may hold any European letter."""
    face = QRawFont(str(resource_path("fonts", name)), 14)
    wanted = (LATIN + GREEK + CYRILLIC + SIGNS).replace("ĳ", "").replace("Ĳ", "")
    assert [c for c in wanted if not face.supportsCharacter(ord(c))] == []


def test_codes_can_not_be_misread() -> None:
    """0 and O, 1, I, l and |, 5 and S, 8 and B are different glyphs of one width."""
    face = QRawFont(str(resource_path("fonts", "TillMono-Regular.ttf")), 40)
    for alike in ("0O", "1Il|", "5S", "8B", "2Z"):
        glyphs = face.glyphIndexesForString(alike)
        outlines = [face.pathForGlyph(glyph) for glyph in glyphs]
        assert all(a != b for n, a in enumerate(outlines) for b in outlines[n + 1 :])
        assert len({round(step.x(), 3) for step in face.advancesForGlyphIndexes(glyphs)}) == 1


def test_codes_have_no_ligatures() -> None:
    """A code shows exactly its characters: as many glyphs, none joined."""
    fonts.load_fonts()
    font = fonts.make_font(TextRole.CODE)
    assert QFontMetricsF(font).horizontalAdvance("!=->==") == pytest.approx(
        6 * QFontMetricsF(font).horizontalAdvance("0"), abs=0.6
    )


@pytest.mark.parametrize("name", [each for each in fonts.FILES if "Sans" in each])
def test_figures_are_tabular(name: str) -> None:
    """All digits are equally wide, so that amounts stand in columns."""
    face = QRawFont(str(resource_path("fonts", name)), 100)
    steps = face.advancesForGlyphIndexes(face.glyphIndexesForString("0123456789"))
    assert len({round(step.x(), 3) for step in steps}) == 1


@pytest.mark.parametrize("role", list(TextRole))
def test_every_step_of_the_scale_uses_our_files(role: TextRole) -> None:
    """Family and weight exist in the bundled files; sizes are in points, never in pixels."""
    fonts.load_fonts()
    font = fonts.make_font(role)
    assert QFontInfo(font).family() == (fonts.MONO if role.value.mono else fonts.SANS)
    assert QFontInfo(font).weight() == role.value.weight
    assert font.pixelSize() == -1
    assert font.pointSizeF() == pytest.approx(fonts.BASE_POINTS * role.value.factor, abs=0.01)


def test_text_scale_multiplies_every_step() -> None:
    """A person who needs larger text gets all of it larger."""
    for role in TextRole:
        usual, large = fonts.make_font(role), fonts.make_font(role, 2.0)
        assert large.pointSizeF() == pytest.approx(2 * usual.pointSizeF(), abs=0.02)


def test_fonts_are_loaded_once() -> None:
    """A second call adds nothing to the font database."""
    assert fonts.load_fonts() is fonts.load_fonts()
    assert {"Regular", "Medium", "SemiBold", "Bold"} <= set(QFontDatabase.styles(fonts.SANS))


def test_a_damaged_font_stops_the_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The program does not fall back to whatever the system has."""

    def damaged(*parts: str) -> Path:
        path = tmp_path / parts[-1]
        path.write_bytes(b"not a font")
        return path

    monkeypatch.setattr(fonts, "resource_path", damaged)
    with pytest.raises(fonts.FontsMissingError):
        fonts.load_fonts.__wrapped__()


def test_fonts_are_small_and_licensed() -> None:
    """The files stay under 3 MB and each family has its licence beside it."""
    folder = resource_path("fonts")
    assert sum(each.stat().st_size for each in folder.iterdir()) < SIZE_LIMIT
    for licence in ("OFL-Inter.txt", "OFL-JetBrainsMono.txt"):
        assert "SIL OPEN FONT LICENSE" in (folder / licence).read_text(encoding="utf-8").upper()
    assert sorted(path.name for path in folder.glob("*.ttf")) == sorted(fonts.FILES)


def test_a_large_default_is_not_taken_from_the_system(qapp: QApplication) -> None:
    """Sizes start from our own base, not from the desktop's font."""
    before = qapp.font()
    try:
        qapp.setFont(QFont("Nonexistent", 40))
        assert fonts.make_font(TextRole.BODY).pointSizeF() == fonts.BASE_POINTS
    finally:
        qapp.setFont(before)
