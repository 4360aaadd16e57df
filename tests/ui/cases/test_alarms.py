"""Cases that can't wait: in the row, beside the case, on the rail, and as a notice."""

from __future__ import annotations

from datetime import timedelta

import pytest

from pos_app.domain.limits import Limits
from pos_app.ui.kit import BaseButton
from pos_app.ui.shell_port import PageName
from pos_app.ui.theme import Tone
from pos_app.ui.views.cases.page import CasesPage
from tests.helpers.waiting import until
from tests.ui.conftest import Counter
from tests.ui.sell.hands import confirm, enabled, fill, ranged, start

OVERDUE = Limits(give_up_after_s=0, alarm_age_s=0)
KEY_ENDS = Limits(give_up_after_s=0, key_alarm_s=21 * 3600)


@pytest.fixture
def limits(request: pytest.FixtureRequest) -> Limits:
    """What is alarming differs from test to test."""
    limits: Limits = request.param
    return limits


async def left_behind(counter: Counter, trouble: str, times: int) -> None:
    """A sale whose card is left as an open case."""
    await start(counter)
    fill(counter, ranged(counter))
    assert counter.services.troubles is not None
    counter.services.troubles.arm(trouble, times)
    await confirm(counter)
    await enabled(counter, "new_sale")
    counter.press("new_sale")
    await until(lambda: counter.sees("search_products"))


async def chosen(counter: Counter) -> str:
    """The words of the only row, once it is chosen on the page in front."""
    page = counter.find(CasesPage, "cases_page")
    await until(lambda: len(page.list.rows.rows()) == 1)
    page.list.select(page.list.rows.rows()[0].key)
    await until(lambda: counter.sees("case_alarm"))
    return page.list.rows.rows()[0].words()


@pytest.mark.parametrize("limits", [OVERDUE], indirect=True)
async def test_an_old_case_is_overdue(counter: Counter) -> None:
    """Open for longer than the limit: said in words wherever cases are shown."""
    await left_behind(counter, "insufficient_balance", 1)
    await until(lambda: any(said.tone is Tone.DANGER for said in counter.said))
    said = next(said for said in counter.said if said.tone is Tone.DANGER)
    assert said.text == "1 open case can't wait any longer."
    rail = counter.find(BaseButton, "rail_cases")
    assert "1 open case, 1 of them urgent" in rail.accessibleDescription()
    assert said.on_action is not None
    said.on_action()
    await until(lambda: counter.sees("cases_page"))
    assert "Overdue" in await chosen(counter)
    assert "more than a day" in counter.text("case_alarm-text")
    await enabled(counter, "case_refund_paid")
    counter.press("case_refund_paid")
    await until(lambda: "urgent" not in rail.accessibleDescription())


@pytest.mark.parametrize("limits", [KEY_ENDS], indirect=True)
async def test_the_end_of_a_key_is_announced(counter: Counter) -> None:
    """Soon the till may not ask any more: it says until when, here and in the support facts."""
    await left_behind(counter, "lost_response", 50)
    await counter.open(PageName.CASES)
    words = await chosen(counter)
    (line,) = await counter.services.records.orders()
    sent = line.sending.first_sent_at
    assert sent is not None
    until_when = counter.services.till.local(sent + timedelta(hours=20)).strftime("%H:%M")
    assert f"{until_when}, Unknown" in words
    assert "Only until" in words
    assert until_when in counter.text("case_alarm-text")
    page = counter.find(CasesPage, "cases_page")
    assert "Asked by itself until: " in page.detail.facts()


@pytest.mark.parametrize("limits", [OVERDUE], indirect=True)
async def test_the_next_person_is_told_too(counter: Counter) -> None:
    """Once per person: whoever signs in learns of it, without a notice every half minute."""
    await left_behind(counter, "insufficient_balance", 1)

    def alarms() -> int:
        return sum("can't wait" in said.text for said in counter.said)

    await until(lambda: alarms() == 1)
    await counter.services.session.lock()
    await until(lambda: counter.sees("lock_form"))
    await counter.sign_in()
    await until(lambda: alarms() == 2)
