"""Ten thousand products of invented brands, the same on every computer."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from pos_app.training.catalogue import build_catalogue
from pos_app.training.products import Product, Trait

COUNT: Final = 10_000
_NAMESPACE: Final = uuid.UUID("0b7e6a52-3b0d-4c0f-8d55-7d1f4f3b8c11")
_FIRST: Final = (
    "Alpen Anker Bären Berg Birken Blau Blitz Brücken Bücher Dampf Distel Dorf Eichen Eis Elster"
    " Falken Feder Feuer Fluss Fuchs Garten Glas Gold Grün Hafen Hasel Heide Himmel Holz Honig"
    " Igel Insel Kaffee Kiesel Klee Korn Kranich Küsten Linden Luchs Markt Meer Mond Moos Mühlen"
    " Nebel Nord Ost Papier Perlen Quell Rosen Salz Schnee Silber Sonnen Stern Straßen Süd Tal"
).split()
_SECOND: Final = (
    "bogen brett brise dach eck fabrik faden feld garn gasse haus hof horn insel kabel kasten"
    " kiste klang krone kugel laden lampe laube licht markt matte messer mühle nadel netz"
    " palast pfad platz rad raum ring schiff schmiede schuppen spiel stube tasche tisch traum"
    " turm wagen weg welle werk zelt"
).split()
_KINDS: Final = ("Gutschein", "Geschenkkarte", "Online-Gutschein", "Jubiläumskarte")


def brands() -> Iterator[str]:
    """As many different brands as are wanted; neighbours have little in common."""
    every = sorted(itertools.product(_FIRST, _SECOND), key=lambda pair: pair[::-1])
    places = (place * 1_009 % len(every) for place in range(len(every)))
    return (first + second for first, second in (every[place] for place in places))


def many_products(count: int = COUNT) -> tuple[Product, ...]:
    """Four products of each brand; in everything but their names like the training catalogue."""
    plain = [product for product in build_catalogue() if product.trait is Trait.PLAIN]
    named = ((brand, kind) for brand in brands() for kind in _KINDS)
    return tuple(
        replace(
            plain[place % len(plain)],
            code=str(uuid.uuid5(_NAMESPACE, f"{brand} {kind}")),
            brand=brand,
            name=f"{brand} {kind}",
        )
        for place, (brand, kind) in enumerate(itertools.islice(named, count))
    )
