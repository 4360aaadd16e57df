"""The list of troubles, with the words that the training panel shows for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pos_app.domain.money import Language

_EVERY: Final = ("order", "get", "invalidate", "products", "balances", "settlements", "any")
_ANY: Final = ("any",)
# A provider whose clock is wrong refuses whatever comes first.
_SIGNED: Final = ("any", *_EVERY[:-1])
_SHOWN: Final = ("order", "get")
_ORDER: Final = ("order",)
_INVALIDATE: Final = ("invalidate",)


@dataclass(frozen=True, slots=True)
class TroubleInfo:
    """One trouble: its name, the calls it can meet (the usual one first), and its words."""

    name: str
    calls: tuple[str, ...]
    label_en: str
    label_de: str
    explanation_en: str
    explanation_de: str
    # How long it takes unless said otherwise: a delay, processing, or `Retry-After`.
    seconds: float = 0.0

    def label(self, language: Language) -> str:
        """A few words."""
        return self.label_de if language is Language.DE else self.label_en

    def explanation(self, language: Language) -> str:
        """One sentence."""
        return self.explanation_de if language is Language.DE else self.explanation_en


TROUBLES: Final = (
    TroubleInfo(
        "lost_response",
        _EVERY,
        "Answer lost",
        "Antwort verloren",
        "The provider makes the card, but its answer never arrives.",
        "Der Anbieter erstellt die Karte, aber seine Antwort kommt nie an.",
    ),
    TroubleInfo(
        "lost_request",
        _EVERY,
        "Request lost",
        "Anfrage verloren",
        "The connection is cut before the provider has done anything.",
        "Die Verbindung bricht ab, bevor der Anbieter etwas getan hat.",
    ),
    TroubleInfo(
        "slow",
        _EVERY,
        "Slow answer",
        "Langsame Antwort",
        "The provider does its work, but answers only after some seconds.",
        "Der Anbieter arbeitet, antwortet aber erst nach einigen Sekunden.",
        seconds=8.0,
    ),
    TroubleInfo(
        "slow_then_lost",
        _EVERY,
        "Slow, then lost",
        "Langsam, dann verloren",
        "The provider makes the card, and after some seconds the connection is cut.",
        "Der Anbieter erstellt die Karte, und nach einigen Sekunden bricht die Verbindung ab.",
        seconds=8.0,
    ),
    TroubleInfo(
        "provider_down",
        _ANY,
        "Provider down",
        "Anbieter gestört",
        "Every connection is accepted and closed at once.",
        "Jede Verbindung wird angenommen und sofort geschlossen.",
    ),
    TroubleInfo(
        "offline",
        _ANY,
        "No network",
        "Kein Netz",
        "Nothing can be reached at all, until this is switched off again.",
        "Nichts ist erreichbar, bis dies wieder ausgeschaltet wird.",
    ),
    TroubleInfo(
        "error_500",
        _EVERY,
        "Server error",
        "Serverfehler",
        "The provider answers with an internal error and does nothing.",
        "Der Anbieter meldet einen internen Fehler und tut nichts.",
    ),
    TroubleInfo(
        "error_500_after",
        _EVERY,
        "Server error after the work",
        "Serverfehler nach getaner Arbeit",
        "The provider makes the card and then answers with an unreadable internal error.",
        "Der Anbieter erstellt die Karte und meldet dann einen unlesbaren internen Fehler.",
    ),
    TroubleInfo(
        "rate_limited",
        _EVERY,
        "Too many requests",
        "Zu viele Anfragen",
        "The provider asks to wait a few seconds and does nothing.",
        "Der Anbieter bittet um einige Sekunden Geduld und tut nichts.",
        seconds=5.0,
    ),
    TroubleInfo(
        "cut_body",
        _EVERY,
        "Answer cut off",
        "Antwort abgeschnitten",
        "The provider makes the card, but only half of its answer arrives.",
        "Der Anbieter erstellt die Karte, aber nur die halbe Antwort kommt an.",
    ),
    TroubleInfo(
        "processing",
        _ORDER,
        "In processing",
        "In Bearbeitung",
        "The order is accepted and completed only after some seconds.",
        "Die Bestellung wird angenommen und erst nach einigen Sekunden abgeschlossen.",
        seconds=6.0,
    ),
    TroubleInfo(
        "processing_then_failed",
        _ORDER,
        "In processing, then failed",
        "In Bearbeitung, dann fehlgeschlagen",
        "The order is accepted and fails after some seconds.",
        "Die Bestellung wird angenommen und schlägt nach einigen Sekunden fehl.",
        seconds=6.0,
    ),
    TroubleInfo(
        "unknown_state",
        _SHOWN,
        "Unknown state",
        "Unbekannter Zustand",
        "The answer shows a state that nobody has heard of; after some seconds the true one.",
        "Die Antwort zeigt einen unbekannten Zustand, erst nach einigen Sekunden den wahren.",
        seconds=6.0,
    ),
    TroubleInfo(
        "another_amount",
        _SHOWN,
        "Another amount",
        "Anderer Betrag",
        "The provider makes a card of another amount than the one ordered.",
        "Der Anbieter erstellt eine Karte über einen anderen Betrag als bestellt.",
    ),
    TroubleInfo(
        "another_product",
        _SHOWN,
        "Another product",
        "Anderes Produkt",
        "The provider makes a card of another brand than the one ordered.",
        "Der Anbieter erstellt eine Karte einer anderen Marke als bestellt.",
    ),
    TroubleInfo(
        "no_card",
        _SHOWN,
        "Card missing",
        "Karte fehlt",
        "The order is completed, but the answer holds neither a code nor a link.",
        "Die Bestellung ist abgeschlossen, aber die Antwort enthält weder Code noch Link.",
    ),
    TroubleInfo(
        "insufficient_balance",
        _ORDER,
        "Balance too low",
        "Guthaben zu niedrig",
        "The provider says that the balance is too low, before it looks at the key.",
        "Der Anbieter meldet zu wenig Guthaben, noch bevor er auf den Schlüssel sieht.",
    ),
    TroubleInfo(
        "balance_before_key",
        _ORDER,
        "Answer lost, then balance too low",
        "Antwort verloren, dann Guthaben zu niedrig",
        "The card is made and uses up the balance; the answer is lost, and for a minute every "
        "repeat is refused because of the balance.",
        "Die Karte wird erstellt und braucht das Guthaben auf; die Antwort geht verloren, und "
        "eine Minute lang wird jede Wiederholung wegen des Guthabens abgelehnt.",
        seconds=60.0,
    ),
    TroubleInfo(
        "conflict_409",
        _ORDER,
        "Still being worked on",
        "Noch in Arbeit",
        "The provider makes the card, but says for some seconds that it is still working on it.",
        "Der Anbieter erstellt die Karte, meldet aber einige Sekunden lang, er sei noch dabei.",
        seconds=5.0,
    ),
    TroubleInfo(
        "reused_key",
        _ORDER,
        "Key already used",
        "Schlüssel schon benutzt",
        "The provider makes the card, but claims that the key belongs to another request.",
        "Der Anbieter erstellt die Karte, behauptet aber, der Schlüssel gehöre woandershin.",
    ),
    TroubleInfo(
        "unlisted_4xx",
        _EVERY,
        "Unknown refusal",
        "Unbekannte Ablehnung",
        "The provider refuses with an error that no contract lists, and does nothing.",
        "Der Anbieter lehnt mit einem Fehler ab, der in keinem Vertrag steht, und tut nichts.",
    ),
    TroubleInfo(
        "unlisted_4xx_after",
        _EVERY,
        "Unknown refusal after the work",
        "Unbekannte Ablehnung nach getaner Arbeit",
        "The provider makes the card and then refuses with an error that no contract lists.",
        "Der Anbieter erstellt die Karte und lehnt dann mit einem unbekannten Fehler ab.",
    ),
    TroubleInfo(
        "garbage",
        _EVERY,
        "A web page instead of an answer",
        "Eine Webseite statt einer Antwort",
        "Something in between answers with a web page, as in a hotel's network.",
        "Etwas dazwischen antwortet mit einer Webseite, wie im Hotelnetz.",
    ),
    TroubleInfo(
        "redirect",
        _EVERY,
        "Redirected elsewhere",
        "Umleitung woandershin",
        "Something in between points to another address.",
        "Etwas dazwischen verweist auf eine andere Adresse.",
    ),
    TroubleInfo(
        "unauthorized",
        _EVERY,
        "Not authorised",
        "Nicht berechtigt",
        "The provider does not accept the signature.",
        "Der Anbieter erkennt die Signatur nicht an.",
    ),
    TroubleInfo(
        "clock_wrong",
        _SIGNED,
        "Clock is off",
        "Uhr geht falsch",
        "The provider's clock is ten minutes ahead, as if the till's clock were slow.",
        "Die Uhr des Anbieters geht zehn Minuten vor, als ginge die der Kasse nach.",
        seconds=600.0,
    ),
    TroubleInfo(
        "request_blocked",
        _EVERY,
        "Request blocked",
        "Anfrage blockiert",
        "The provider blocks the request.",
        "Der Anbieter blockiert die Anfrage.",
    ),
    TroubleInfo(
        "missing_scope",
        _EVERY,
        "Missing permission",
        "Fehlende Berechtigung",
        "The provider says that this account may not do that.",
        "Der Anbieter meldet, dass dieses Konto das nicht darf.",
    ),
    TroubleInfo(
        "refused_invalidation",
        _INVALIDATE,
        "Invalidation refused",
        "Stornierung abgelehnt",
        "The provider says that this card can't be invalidated.",
        "Der Anbieter meldet, dass diese Karte nicht storniert werden kann.",
    ),
    TroubleInfo(
        "expired_invalidation",
        _INVALIDATE,
        "Too late to invalidate",
        "Zu spät für die Stornierung",
        "The provider says that the time for invalidating this card is over.",
        "Der Anbieter meldet, dass die Frist für die Stornierung vorbei ist.",
    ),
    TroubleInfo(
        "lost_invalidation",
        _INVALIDATE,
        "Invalidated, answer lost",
        "Storniert, Antwort verloren",
        "The provider invalidates the card, but its answer never arrives.",
        "Der Anbieter storniert die Karte, aber seine Antwort kommt nie an.",
    ),
    TroubleInfo(
        "invalidate_processing",
        _INVALIDATE,
        "Invalidating too early",
        "Stornierung zu früh",
        "The provider says that the order is still in processing.",
        "Der Anbieter meldet, dass die Bestellung noch in Bearbeitung ist.",
    ),
    TroubleInfo(
        "broken_products",
        ("products",),
        "Broken catalogue entries",
        "Fehlerhafte Katalogeinträge",
        "The catalogue holds entries that can't be read, and one with a hostile name.",
        "Der Katalog enthält unlesbare Einträge und einen mit bösartigem Namen.",
    ),
)
