"""The words of the slips in both languages. Slips speak the customer's language, not the window's.

Every key stands in both tables (a test says so); `{}` fields are filled by `say`.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from pos_app.domain.money import Language

_EN: Final = {
    "training": "TRAINING - no value",
    "gift_card": "Gift card",
    "shop_copy": "Shop copy",
    "payment": "Payment slip",
    "void": "Card cancelled",
    "refund_due": "Refund due",
    "refund_paid": "Refund paid",
    "day": "End of day",
    "test_page": "Test page",
    "copy": "COPY {number}",
    "copy_note": "Copy {number} of a slip printed before. It is the same card, not a second one.",
    "code": "Code",
    "pin": "PIN",
    "expires": "Valid until",
    "wrapped_code": "One code on {lines} lines: enter it without a break.",
    "spaced_code": "Spaces are part of the code.",
    "code_not_printable": "This code has signs that cannot be printed. Scan it here:",
    "pin_not_printable": "This PIN has signs that cannot be printed. Scan it here:",
    "barcode_not_known": "Barcode value",
    "scan_in_shop": "Scan at the checkout of {brand}",
    "redeem": "Scan to redeem",
    "apple_wallet": "Add to Apple Wallet",
    "google_wallet": "Add to Google Wallet",
    "card_pdf": "Voucher as PDF",
    "voucher_note": "The voucher of {brand} itself follows.",
    "link": "Link",
    "link_too_long": "This link is too long for a square code.",
    "link_not_web": "This is not a web address; only enter it if the issuer asks for it.",
    "email_sent": "{brand} sends the card by e-mail to",
    "email_note": "If nothing arrives, look into the spam folder, then come back with this slip.",
    "instructions": "How to redeem",
    "terms": "Terms and conditions",
    "notes": "Please note",
    "shortened": "[{number} more characters: see the issuer's website]",
    "not_printable_one": "[1 character cannot be printed]",
    "not_printable": "[{number} characters cannot be printed]",
    "keep": "Keep this slip like cash: whoever has the code has the money.",
    "scam_title": "Beware of scams",
    "scam": (
        "No authority, bank, company or helpline ever asks to be paid with gift cards. Never "
        "pass the code on by phone, message or e-mail to somebody you do not know."
    ),
    "tax_multi_purpose": "Receipt for the sale of a multi-purpose voucher. No VAT is shown.",
    "tax_single_purpose": (
        "Single-purpose voucher: VAT is shown on the receipt of the main till, not here."
    ),
    "no_till_receipt": "This is not a till receipt.",
    "pay_at_till": "Please pay at the main till. The card is ordered after payment only.",
    "scan_at_till": "Main till: sale number and amount",
    "total": "To pay",
    "void_note": "This card can no longer be redeemed. The first slip is worthless.",
    "refund_due_note": "The customer gets this amount back at the main till.",
    "refund_paid_note": "The amount was given back to the customer.",
    "replaced_note": "The amount paid for the new card {reference}.",
    "signature": "Amount received (signature)",
    "sale": "Sale",
    "line": "Card",
    "order": "Order",
    "till": "Till",
    "time": "Time",
    "number": "Number",
    "first_slip": "First slip",
    "reason": "Reason",
    "approved_by": "Approved by",
    "voided_at": "Cancelled",
    "due_at": "Due since",
    "paid_at": "Paid",
    "paid_by": "Paid by",
    "receipt_number": "Main till receipt",
    "delivery": "Delivery",
    "delivery_code": "Code",
    "delivery_url": "Link",
    "delivery_email": "E-mail",
    "shop_copy_note": "For the shop. The card itself is not on this paper.",
    "began": "From",
    "ended": "To",
    "paid": "Paid at the main till",
    "delivered": "Cards delivered",
    "handed_over": "Cards handed over",
    "failed": "Orders failed",
    "voids": "Cards cancelled",
    "refunds_due": "Refunds due",
    "refunds_paid": "Refunds paid",
    "losses": "Losses",
    "voucher_sales": "Face values of vouchers sold: not turnover.",
    "by_cashier": "Paid, by cashier",
    "by_brand": "Delivered, by brand",
    "open_cases": "Open cases",
    "no_open_cases": "None",
    "journal": "Journal",
    "journal_entries": "{count} entries, last seal",
    "printer": "Printer",
    "ruler": "This line is exactly {length} mm long. If not, switch scaling off.",
    "test_marks": "Both marks must be readable by scanner and phone:",
    "test_signs": "These signs must be easy to tell apart:",
}
_DE: Final = {
    "training": "TRAINING - ohne Wert",
    "gift_card": "Gutscheinkarte",
    "shop_copy": "Ladenbeleg",
    "payment": "Zahlbeleg",
    "void": "Storno einer Karte",
    "refund_due": "Rückzahlung fällig",
    "refund_paid": "Rückzahlung geleistet",
    "day": "Tagesabschluss",
    "test_page": "Testseite",
    "copy": "KOPIE {number}",
    "copy_note": (
        "Kopie {number} eines schon gedruckten Belegs. Es ist dieselbe Karte, keine zweite."
    ),
    "code": "Code",
    "pin": "PIN",
    "expires": "Gültig bis",
    "wrapped_code": "Ein Code in {lines} Zeilen: ohne Umbruch eingeben.",
    "spaced_code": "Leerzeichen gehören zum Code.",
    "code_not_printable": "Dieser Code hat Zeichen, die nicht druckbar sind. Bitte hier scannen:",
    "pin_not_printable": "Diese PIN hat Zeichen, die nicht druckbar sind. Bitte hier scannen:",
    "barcode_not_known": "Wert des Strichcodes",
    "scan_in_shop": "An der Kasse von {brand} scannen",
    "redeem": "Zum Einlösen scannen",
    "apple_wallet": "Zu Apple Wallet hinzufügen",
    "google_wallet": "Zu Google Wallet hinzufügen",
    "card_pdf": "Gutschein als PDF",
    "voucher_note": "Es folgt der Gutschein von {brand} selbst.",
    "link": "Link",
    "link_too_long": "Dieser Link ist zu lang für einen QR-Code.",
    "link_not_web": "Keine Webadresse; nur eingeben, wenn der Herausgeber das verlangt.",
    "email_sent": "{brand} schickt die Karte per E-Mail an",
    "email_note": (
        "Kommt nichts an, bitte im Spam-Ordner nachsehen und dann mit diesem Beleg wiederkommen."
    ),
    "instructions": "So lösen Sie ein",
    "terms": "Bedingungen",
    "notes": "Bitte beachten",
    "shortened": "[{number} weitere Zeichen: siehe Website des Herausgebers]",
    "not_printable_one": "[1 Zeichen nicht druckbar]",
    "not_printable": "[{number} Zeichen nicht druckbar]",
    "keep": "Wie Bargeld aufbewahren: Wer den Code hat, hat das Geld.",
    "scam_title": "Vorsicht, Betrug",
    "scam": (
        "Keine Behörde, Bank, Firma oder Hotline lässt sich mit Gutscheinkarten bezahlen. Geben "
        "Sie den Code nie per Telefon, Nachricht oder E-Mail an Fremde weiter."
    ),
    "tax_multi_purpose": (
        "Beleg über den Verkauf eines Mehrzweck-Gutscheins. Kein Umsatzsteuerausweis."
    ),
    "tax_single_purpose": (
        "Einzweck-Gutschein: Die Umsatzsteuer steht auf dem Beleg der Hauptkasse, nicht hier."
    ),
    "no_till_receipt": "Dies ist kein Kassenbeleg.",
    "pay_at_till": "Bitte an der Hauptkasse bezahlen. Erst danach wird die Karte bestellt.",
    "scan_at_till": "Hauptkasse: Verkaufsnummer und Betrag",
    "total": "Zu zahlen",
    "void_note": "Diese Karte ist nicht mehr einlösbar. Der erste Beleg ist wertlos.",
    "refund_due_note": "Dieser Betrag wird an der Hauptkasse zurückgezahlt.",
    "refund_paid_note": "Der Betrag wurde zurückgezahlt.",
    "replaced_note": "Mit dem Betrag wurde die neue Karte {reference} bezahlt.",
    "signature": "Betrag erhalten (Unterschrift)",
    "sale": "Verkauf",
    "line": "Karte",
    "order": "Bestellung",
    "till": "Kasse",
    "time": "Zeit",
    "number": "Nummer",
    "first_slip": "Erster Beleg",
    "reason": "Grund",
    "approved_by": "Genehmigt von",
    "voided_at": "Storniert",
    "due_at": "Fällig seit",
    "paid_at": "Gezahlt",
    "paid_by": "Gezahlt von",
    "receipt_number": "Beleg der Hauptkasse",
    "delivery": "Lieferung",
    "delivery_code": "Code",
    "delivery_url": "Link",
    "delivery_email": "E-Mail",
    "shop_copy_note": "Für den Laden. Die Karte selbst steht nicht auf diesem Papier.",
    "began": "Von",
    "ended": "Bis",
    "paid": "An der Hauptkasse bezahlt",
    "delivered": "Karten geliefert",
    "handed_over": "Karten übergeben",
    "failed": "Fehlgeschlagen",
    "voids": "Karten storniert",
    "refunds_due": "Rückzahlungen offen",
    "refunds_paid": "Rückzahlungen geleistet",
    "losses": "Verluste",
    "voucher_sales": "Nennwerte verkaufter Gutscheine: kein Umsatz.",
    "by_cashier": "Bezahlt, nach Bedienung",
    "by_brand": "Geliefert, nach Marke",
    "open_cases": "Offene Fälle",
    "no_open_cases": "Keine",
    "journal": "Journal",
    "journal_entries": "{count} Einträge, letztes Siegel",
    "printer": "Drucker",
    "ruler": "Diese Linie ist genau {length} mm lang. Wenn nicht: Skalierung abschalten.",
    "test_marks": "Beide Codes müssen mit Scanner und Telefon lesbar sein:",
    "test_signs": "Diese Zeichen müssen gut zu unterscheiden sein:",
}
TEXTS: Final = {Language.EN: _EN, Language.DE: _DE}


def say(language: Language, key: str, **values: object) -> str:
    """The sentence `key` in a language, with its fields filled.

    Values come from outside too: they are put in as they are, never read as a format.
    """
    text = TEXTS[language][key]
    return text.format_map(values) if values else text


def say_date(language: Language, day: date) -> str:
    """`30.11.2029` in German, `30 Nov 2029` in English (no doubt which is the month)."""
    if language is Language.DE:
        return f"{day:%d.%m.%Y}"
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    return f"{day.day} {months[day.month - 1]} {day.year}"


def say_exact_time(language: Language, moment: datetime) -> str:
    """Date and time to the second with the zone's distance from UTC: `…, 18:17:31 (UTC+2)`."""
    offset = moment.utcoffset()
    minutes = int(offset.total_seconds()) // 60 if offset else 0
    hours, rest = divmod(abs(minutes), 60)
    zone = f"{'-' if minutes < 0 else '+'}{hours}{f':{rest:02d}' if rest else ''}"
    return f"{say_date(language, moment.date())}, {moment:%H:%M:%S} (UTC{zone})"
