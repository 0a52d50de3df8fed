"""A browser without JavaScript: cookies, redirects one at a time, and forms as they are written."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

import httpx2

MOST_STEPS = 20


class Forms(HTMLParser):
    """The forms of a page: where each goes, its fields, its buttons."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.forms: list[dict[str, Any]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect what matters for sending."""
        said = dict(attrs)
        if tag == "form":
            self.forms.append({"action": said.get("action") or "", "fields": {}, "buttons": []})
        elif tag == "input" and self.forms and said.get("name"):
            self.forms[-1]["fields"][said["name"]] = said.get("value") or ""
        elif tag == "button" and self.forms and said.get("name"):
            self.forms[-1]["buttons"].append((said["name"], said.get("value")))


@dataclass
class Visitor:
    """Somebody with a browser."""

    portal: str
    who: str = "ane"
    http: httpx2.AsyncClient = field(
        default_factory=lambda: httpx2.AsyncClient(
            follow_redirects=False, trust_env=False, headers={"User-Agent": "Firefox/140"}
        )
    )

    async def begin(self, **asked: str) -> str:
        """Start to sign in at the portal; where it sends the browser."""
        answer = await self.http.get(f"{self.portal}/sign-in", params=asked)
        assert answer.status_code == 303, answer.text
        return str(answer.headers["location"])

    async def at_provider(self, url: str, *, other: bool = False) -> str:
        """Answer whatever the provider asks; where it sends the browser back to.

        ``other`` insists on being somebody else than the provider proposes.
        """
        answer = await self.http.get(url)
        for _ in range(MOST_STEPS):
            if answer.is_redirect:
                url = urljoin(str(answer.url), answer.headers["location"])
                if url.startswith(self.portal):
                    return url
                answer = await self.http.get(url)
            else:
                assert answer.status_code == 200, answer.text
                answer, other = await self.send(answer, other=other), False
        raise AssertionError("the provider leads round in circles")

    async def send(self, page: httpx2.Response, *, other: bool = False) -> httpx2.Response:
        """Fill in the form of a page and send it."""
        form = Forms(page.text).forms[0]
        fields, buttons = dict(form["fields"]), form["buttons"]
        fields |= {name: self.who for name in ("login", "password") if name in fields}
        if ("other", "yes") in buttons and other:
            fields["other"] = "yes"
        elif ("confirm", "yes") in buttons:
            fields["confirm"] = "yes"
        elif ("persona", self.who) in buttons:
            fields["persona"] = self.who
        elif buttons:
            fields[buttons[0][0]] = buttons[0][1]
        return await self.http.post(urljoin(str(page.url), form["action"]), data=fields)

    async def come_back(self, callback: str) -> httpx2.Response:
        """Open the address to which the provider sends."""
        return await self.http.get(callback)

    async def sign_in(self, **asked: str) -> httpx2.Response:
        """All of it."""
        return await self.come_back(await self.at_provider(await self.begin(**asked)))

    async def am(self) -> dict[str, Any]:
        """Whom the portal sees; empty where nobody is signed in."""
        told: dict[str, Any] = (await self.http.get(f"{self.portal}/who")).json()
        return told

    @property
    def cookie(self) -> str | None:
        """The id of the portal's session."""
        return self.http.cookies.get("baimena-demo")

    def plant(self, name: str, value: str) -> None:
        """A cookie that somebody put here."""
        self.http.cookies.delete(name) if name in self.http.cookies else None
        self.http.cookies.set(name, value, domain=urlsplit(self.portal).hostname or "", path="/")

    async def close(self) -> None:
        """Put the browser away."""
        await self.http.aclose()


def changed(url: str, **values: str | None) -> str:
    """The address with other parameters; None takes one away."""
    parts = urlsplit(url)
    pairs = {name: value for name, value in parse_qsl(parts.query) if name not in values}
    pairs |= {name: value for name, value in values.items() if value is not None}
    return urlunsplit(parts._replace(query=urlencode(pairs)))


def parameter(url: str, name: str) -> str:
    """One parameter of an address."""
    return dict(parse_qsl(urlsplit(url).query))[name]


def refusal(answer: httpx2.Response) -> tuple[str, tuple[str, ...]]:
    """The code of a refused answer, and what it names."""
    assert answer.status_code == 400, (answer.status_code, answer.headers.get("location"))
    told = answer.json()
    return told["code"], tuple(told["items"])
