"""Forms as a person without JavaScript sends them: what the page says, with what she changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from httpx2 import AsyncClient, Response


@dataclass
class FoundForm:
    """One form of a page: where it is sent, and what it holds as it stands."""

    action: str
    method: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)
    choices: dict[str, list[str]] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[FoundForm] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(FoundForm(told.get("action", ""), told.get("method", "get")))
        elif self.forms and tag in ("input", "button") and told.get("name"):
            self._control(self.forms[-1], tag, told)

    def _control(self, form: FoundForm, tag: str, told: dict[str, str]) -> None:
        name, value = told["name"], told.get("value", "")
        if tag == "button":
            form.buttons.append((name, value))
        elif told.get("type") in ("radio", "checkbox"):
            form.choices.setdefault(name, []).append(value)
            if "checked" in told:
                form.fields.append((name, value))
        else:
            form.fields.append((name, value))


def forms_in(page: Response) -> list[FoundForm]:
    """Every form of a page but those that stand around every page."""
    reader = _Reader()
    reader.feed(page.text)
    return [form for form in reader.forms if not form.action.endswith("/sign-out")]


async def send(
    browser: AsyncClient, page: Response, *, form: int = 0, button: int = 0, **answers: object
) -> Response:
    """Send a form of this page, with these answers in place of what it holds."""
    found = forms_in(page)[form]
    fields = [(name, value) for name, value in found.fields if name not in answers]
    for name, given in answers.items():
        several = given if isinstance(given, list) else [given]
        fields += [(name, str(one)) for one in several]
    if found.buttons:
        fields.append(found.buttons[button])
    body: dict[str, list[str]] = {}
    for name, value in fields:
        body.setdefault(name, []).append(value)
    return await browser.post(found.action or str(page.url), data=body)
