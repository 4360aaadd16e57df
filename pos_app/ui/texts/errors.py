"""Sentences for errors: made from code and values, never from an error's own text."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from pos_app.domain.errors import PosError
from pos_app.domain.money import Money
from pos_app.ui.texts.error_table import SENTENCES, UNKNOWN
from pos_app.ui.translation import language, translate


def has_sentence(kind: type[PosError], code: str) -> bool:
    """Whether a code has a sentence of its own."""
    return _template(kind, code, "") is not None


def error_sentence(error: PosError) -> str:
    """What is wrong and what to do next, in the language in force."""
    kind, key = type(error), str(error.params.get("key", ""))
    template = _template(kind, error.code, key)
    if template is None:
        template = UNKNOWN.get(kind.__name__, UNKNOWN[""])
    return _filled(translate("errors", template), {"code": error.code, **error.params})


def code_sentence(code: str) -> str:
    """The sentence of a provider's code or our short word for silence."""
    template = SENTENCES.get(code) or UNKNOWN["ProviderUnavailableError"]
    return _filled(translate("errors", template), {"code": code})


def crash_sentence() -> str:
    """What the cashier is told when the program itself made a mistake."""
    return translate(
        "errors",
        "Something went wrong inside the program. Paid sales are stored and safe. "
        "If it happens again, restart the till.",
    )


def _template(kind: type[PosError], code: str, key: str) -> str | None:
    for name in (f"{kind.__name__}.{code}", f"{code}.{key}", code):
        if name in SENTENCES:
            return SENTENCES[name]
    return None


def _filled(template: str, values: dict[str, object]) -> str:
    for name, value in values.items():
        template = template.replace(f"{{{name}}}", value_text(value))
    return template


def value_text(value: object) -> str:
    """A value as people read it: amounts by language, lists with commas, whole seconds."""
    if isinstance(value, Money):
        return value.display(language())
    if isinstance(value, timedelta):
        return str(max(1, round(value.total_seconds())))
    if isinstance(value, float):
        return str(max(1, -int(-value // 1)))
    if isinstance(value, Iterable) and not isinstance(value, str):
        return ", ".join(value_text(each) for each in value)
    return str(value)
