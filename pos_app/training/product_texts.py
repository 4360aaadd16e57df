"""What the invented products say about themselves, mostly in German, some in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pos_app.training.products import ProductTexts, Trait

_DESCRIPTIONS: Final = (
    "{brand}: Freude zum Verschenken, einlösbar in allen Filialen und im Netz.",
    "Mit dem Gutschein von {brand} liegen Sie immer richtig.",
    "A gift card from {brand}, valid online and in every shop.",
    None,
)
_INSTRUCTIONS: Final = (
    "Zeigen Sie den Code an der Kasse vor oder geben Sie ihn unter https://redeem.example ein.",
    "1. Artikel in den Warenkorb legen.\n2. Zur Kasse gehen.\n3. Gutscheincode eingeben.",
    "Enter the code at checkout or show it to the staff in the shop.",
    "Einlösbar nur in der Filiale. Bitte diesen Beleg ausgedruckt mitbringen.",
    "Öffnen Sie den Link, melden Sie sich an und laden Sie das Guthaben auf Ihr Konto.",
)
_TERMS: Final = (
    "Keine Barauszahlung. Restguthaben bleibt erhalten. Nicht mit anderen Aktionen kombinierbar.",
    (
        "Der Gutschein kann mehrfach bis zum Verbrauch des Guthabens eingelöst werden. "
        "Für verlorene oder entwendete Codes wird kein Ersatz geleistet. Der Erwerb weiterer "
        "Gutscheine ist mit diesem Gutschein nicht möglich."
    ),
    "No cash value. Not refundable. The balance can be used in several purchases.",
    None,
)
_NOTES: Final = (
    None,
    "Bitte den Code erst in der Filiale freirubbeln lassen: nur Spaß, er steht ja schon da.",
    None,
    None,
    "Nicht einlösbar an Bahnhöfen und Flughäfen.",
    None,
    "Some countries are excluded.",
)
_HINTS: Final[Mapping[Trait, tuple[str, str]]] = {
    Trait.FINAL: (
        "nicht stornierbar",
        "Übungsmarke: Der Anbieter lehnt jede Stornierung dieser Karte ab.",
    ),
    Trait.SHORT_WINDOW: (
        "Storno nur 1 Minute",
        "Übungsmarke: Eine Minute nach dem Kauf lehnt der Anbieter die Stornierung ab.",
    ),
    Trait.SLOW: (
        "dauert 6 Sekunden",
        "Übungsmarke: Der Anbieter bearbeitet die Bestellung erst einige Sekunden lang.",
    ),
    Trait.FAILING: (
        "schlägt fehl",
        "Übungsmarke: Der Anbieter nimmt die Bestellung an; nach Sekunden schlägt sie fehl.",
    ),
    Trait.SILENT: (
        "Antwort geht verloren",
        "Übungsmarke: Die Karte wird bestellt, aber die erste Antwort kommt nicht an.",
    ),
}


def product_texts(position: int, brand: str) -> ProductTexts:
    """The texts of the brand at this place of the catalogue."""
    description = _DESCRIPTIONS[position % len(_DESCRIPTIONS)]
    return ProductTexts(
        description=description.format(brand=brand) if description else None,
        instructions=_INSTRUCTIONS[position % len(_INSTRUCTIONS)],
        terms=_TERMS[position % len(_TERMS)],
        notes=_NOTES[position % len(_NOTES)],
    )


def trait_hint(trait: Trait) -> tuple[str, str]:
    """A few words for the product's name and a sentence for its description."""
    return _HINTS[trait]
