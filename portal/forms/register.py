"""What is looked for in the public register."""

from __future__ import annotations

from collections.abc import Mapping

from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from governance.vocabulary.purposes import Purpose
from governance.vocabulary.register import Decision
from portal.forms.fields import DayField
from portal.forms.form import Form
from portal.languages import N_
from portal.messages.purposes import PURPOSES
from portal.messages.states import DECISIONS


class RegisterForm(Form):
    """How a request ended, what it is for, and when it was received. Nonsense asks for all."""

    decision = SelectField(
        N_("How it was decided"),
        default="",
        validate_choice=False,
        choices=[
            SelectChoice("", N_("Every decision")),
            *(SelectChoice(one.value, DECISIONS[one]) for one in Decision),
        ],
    )
    purpose = SelectField(
        N_("What for"),
        default="",
        validate_choice=False,
        choices=[
            SelectChoice("", N_("Every purpose")),
            *(SelectChoice(one.value, PURPOSES[one]) for one in Purpose if one is not Purpose.CARE),
        ],
    )
    since = DayField(N_("Received from"))
    until = DayField(N_("Received until"))

    def chosen(self) -> tuple[Decision | None, Purpose | None]:
        """The decision and the purpose that are asked for."""
        decision, purpose = self["decision"].data, self["purpose"].data
        return (
            Decision(decision) if decision in set(Decision) else None,
            Purpose(purpose) if purpose in set(Purpose) else None,
        )

    def kept(self) -> Mapping[str, str]:
        """What an address has to carry to ask the same again."""
        decision, purpose = self.chosen()
        days = {
            part.name: part.value for field in ("since", "until") for part in self[field].parts()
        }
        asked = {"decision": decision or "", "purpose": purpose or "", **days}
        return {name: str(value) for name, value in asked.items() if value}
