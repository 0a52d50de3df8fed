"""Somebody who sends senseless requests to the portal, and looks for what they break."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from random import Random
from urllib.parse import unquote, urlencode

from httpx2 import Response

from governance.vocabulary.people import Language
from portal.page import Page
from tests.bars.mutating import NONSENSE, URLENCODED, Sent, mutated
from tests.bars.visiting import Visitors
from tests.bars.visits import Row
from tests.portal.forms import FoundForm, forms_in
from tests.portal.world import COOKIE, ISSUER, ORIGIN, World

HOST = "portal.test"
RAW = re.compile(rb"bars['\"]|<bars|<script>bars")
"""What was sent and stands in the answer as it was sent."""


@dataclass
class Answer:
    """What came back; ``broke`` is what the application raised."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    broke: str = ""


async def call(world: World, sent: Sent) -> Answer:
    """Send a request as a server would hand it on: no client makes it proper first."""
    headers = {"host": HOST, "content-length": str(len(sent.content)), **sent.headers}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": sent.method,
        "scheme": "http",
        "path": unquote(sent.path),
        "raw_path": sent.path.encode(),
        "query_string": sent.query.encode(),
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 1),
        "server": (HOST, 80),
    }
    answer, waiting = Answer(), [sent.content]

    async def receive() -> dict[str, object]:
        if waiting:
            return {"type": "http.request", "body": waiting.pop(), "more_body": False}
        return {"type": "http.disconnect"}

    async def send(message: dict[str, object]) -> None:
        if message["type"] == "http.response.start":
            answer.status = int(str(message["status"]))
            told: list[tuple[bytes, bytes]] = list(message.get("headers", ()))  # type: ignore[call-overload]
            answer.headers = {name.decode(): value.decode("latin-1") for name, value in told}
        else:
            answer.body += bytes(message.get("body", b""))  # type: ignore[call-overload]

    try:
        await world.app(scope, receive, send)  # type: ignore[arg-type]
    except Exception as fault:
        answer.broke = f"{type(fault).__name__}: {fault}"[:200]
    return answer


@dataclass
class Attacker:
    """One sequence of senseless requests, the same for the same seed."""

    world: World
    visits: list[tuple[Page, Row]]
    chance: Random
    seen: Counter[int] = field(default_factory=Counter)
    """How many answers had which status."""
    _real: dict[tuple[int, str], list[Sent]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._visitors = Visitors(self.world)

    async def attack(self, times: int) -> list[str]:
        """Send so many; what was wrong with the answers."""
        faults: list[str] = []
        for _ in range(times):
            sent = mutated(await self._a_real_one(), self.chance)
            answer = await call(self.world, sent)
            self.seen[answer.status] += 1
            told = f"{sent.method} {sent.path[:150]}?{sent.query[:80]} {sent.fields!r:.300}"
            faults += [f"{told} {sent.headers!r:.200}: {one}" for one in wrong_with(sent, answer)]
        return faults

    async def _a_real_one(self) -> Sent:
        """A page or a form as somebody may send it: mostly who it is for, at times another."""
        at = self.chance.randrange(len(self.visits))
        page, row = self.visits[at]
        language = self.chance.choice(list(Language))
        if (at, language) not in self._real:
            self._real[at, language] = await self._learn(page, row, language)
        sent = self.chance.choice(self._real[at, language])
        whose = self.visits[self.chance.randrange(len(self.visits))]
        page, row = (page, row) if self.chance.random() < 0.75 else whose
        cookie = await self._visitors.cookie(page, row)
        return replace(sent, headers={**sent.headers, "cookie": f"{COOKIE}={cookie}"})

    async def _learn(self, page: Page, row: Row, language: str) -> list[Sent]:
        path = await self._visitors.path(page, row, language)
        answer = await (await self._visitors.client(page, row)).get(path, follow_redirects=False)
        found = [Sent("GET", path)]
        if answer.status_code == 200 and row.kind == "text/html":
            found += [self._filled(form, answer) for form in forms_in(answer)]
        return found

    def _filled(self, form: FoundForm, page: Response) -> Sent:
        """A form with some answer to everything."""
        given = [(n, v or self.chance.choice(("A word.", *NONSENSE))) for n, v in form.fields]
        given += [(name, self.chance.choice(values)) for name, values in form.choices.items()]
        given += form.buttons[:1]
        action = form.action or page.url.path
        path, _, query = action.partition("?")
        if form.method.lower() == "get":
            return Sent("GET", path, urlencode(given, errors="replace"))
        return Sent("POST", path, query, {"content-type": URLENCODED}, tuple(given))


def wrong_with(sent: Sent, answer: Answer) -> list[str]:
    """What no answer may be or hold, whatever was asked."""
    faults = []
    if answer.status >= 500 or answer.broke or not answer.status:
        faults.append(f"answers {answer.status} {answer.broke}")
    if RAW.search(answer.body):
        faults.append("says what was sent as it was sent")
    if "bars=1" in answer.headers.get("set-cookie", ""):
        faults.append("sets a cookie that was sent")
    to = answer.headers.get("location", "/")
    if not to.startswith(("/", f"{ORIGIN}/", f"{ISSUER}/")) or to.startswith(("//", "/\\")):
        faults.append(f"leads away to {to}")
    if answer.status >= 400 and sent.method != "HEAD" and not _is_clear(answer):
        faults.append(f"answers {answer.status} and does not say so")
    return faults


def _is_clear(answer: Answer) -> bool:
    """Whether a refusal says something: one heading on a page, a sentence elsewhere."""
    if answer.headers.get("content-type", "").startswith("text/html"):
        return len(re.findall(rb"<h1[\s>]", answer.body)) == 1
    return bool(answer.body.strip())
