"""Requests that no browser would send: real pages and forms, changed by chance of a seed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random
from urllib.parse import quote, urlencode

URLENCODED = "application/x-www-form-urlencoded"
MARK = "bars'\"><bars>"
"""What must never come back as it was sent: it would end an attribute, or begin an element."""
NONSENSE: tuple[str, ...] = (
    MARK,
    f"{MARK}<script>bars()</script>",
    "",
    " ",
    "\x00",
    "\x00" + MARK,
    "-1",
    "0",
    "99999999999999999999999",
    "1e309",
    "NaN",
    "null",
    "[]",
    "../../../../etc/passwd",
    "..%2f..%2fetc",
    "%s%n{0}{{7*7}}${7*7}",
    "' OR '1'='1' --",
    "\r\nSet-Cookie: bars=1",
    "\u202etxt.exe",
    "\ufeff\u200b",
    "𝒳é" * 50,
    "a" * 5000,
    "2026-02-30",
    "31",
    "0" * 32,
    "//elsewhere.test/",
    "https://elsewhere.test/",
    "javascript:bars()",
    "new",
    "check",
    "everything",
)
BYTES = ("%ff", "%c0%af", "%ED%A0%80", "%00", "%0d%0a", "%", "%zz", "%252e%252e", "%2F")
"""Pieces of addresses that are no text, or another text after one more decoding."""
METHODS = ("GET", "POST", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW")
HEADERS = (
    *("accept", "accept-language", "accept-encoding", "content-type", "content-length", "cookie"),
    *("host", "origin", "referer", "range", "if-none-match", "if-modified-since", "user-agent"),
    *("sec-fetch-site", "sec-fetch-mode", "x-forwarded-for", "x-forwarded-host", "authorization"),
    *("x-forwarded-proto", "x-http-method-override", "transfer-encoding", "expect", "forwarded"),
)
QUERY = (
    *("page", "before", "said", "next", "confirm", "text", "data", "decision", "purpose", "kind"),
    *("day-day", "day-month", "day-year", "since-year", "act", "about", "code", "state", "iss"),
)


@dataclass(frozen=True)
class Sent:
    """A request as it goes over the wire. ``fields`` are its form, unless ``body`` is something."""

    method: str
    path: str
    query: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    fields: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None

    @property
    def content(self) -> bytes:
        """Its body."""
        if self.body is not None:
            return self.body
        return urlencode(self.fields, errors="surrogatepass").encode() if self.fields else b""


def mutated(sent: Sent, chance: Random) -> Sent:
    """The same request with one to three things about it changed."""
    for _ in range(chance.randint(1, 3)):
        change = chance.choice(_OF_FORMS if sent.fields and chance.random() < 0.6 else _OF_ALL)
        sent = change(sent, chance)
    return sent


def _odd(chance: Random) -> str:
    return chance.choice(NONSENSE)


def _a_part_of_the_path(sent: Sent, chance: Random) -> Sent:
    parts = sent.path.split("/")
    at = chance.randrange(1, len(parts))
    odd = chance.choice(BYTES) if chance.random() < 0.3 else quote(_odd(chance), safe="")
    parts[at] = odd if chance.random() < 0.6 else parts[at] + odd
    return replace(sent, path="/".join(parts))


def _more_or_less_path(sent: Sent, chance: Random) -> Sent:
    ways = (f"{sent.path}/", f"/{sent.path}", sent.path[:-3] or "/", f"{sent.path}/{'x/' * 200}")
    return replace(
        sent, path=chance.choice((*ways, sent.path.upper(), sent.path.replace("s", "S")))
    )


def _language(sent: Sent, chance: Random) -> Sent:
    _, _, rest = sent.path.lstrip("/").partition("/")
    return replace(sent, path=f"/{chance.choice(('fr', 'EN', 'es-ES', '', '%00', 'eu'))}/{rest}")


def _query(sent: Sent, chance: Random) -> Sent:
    given = [(chance.choice(QUERY), _odd(chance)) for _ in range(chance.randint(1, 3))]
    return replace(sent, query=urlencode(given))


def _header(sent: Sent, chance: Random) -> Sent:
    plain = "".join(one for one in _odd(chance) if " " <= one < "\x7f")
    return replace(sent, headers={**sent.headers, chance.choice(HEADERS): plain})


def _method(sent: Sent, chance: Random) -> Sent:
    return replace(sent, method=chance.choice(METHODS))


def _body(sent: Sent, chance: Random) -> Sent:
    kind = chance.choice(
        ("multipart/form-data; boundary=b", "application/json", URLENCODED, "", "x")
    )
    part = (
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="x.pdf"\r\n\r\n%PDF-1.7\r\n'
    )
    body = chance.choice((b"", b"{", b"\xff\xfe" * 50, part, part + b"--b--\r\n", b"a=1&" * 600))
    return replace(sent, method="POST", body=body, headers={**sent.headers, "content-type": kind})


def _a_value(sent: Sent, chance: Random) -> Sent:
    at = chance.randrange(len(sent.fields))
    name, _ = sent.fields[at]
    return replace(sent, fields=(*sent.fields[:at], (name, _odd(chance)), *sent.fields[at + 1 :]))


def _one_field_less(sent: Sent, chance: Random) -> Sent:
    at = chance.randrange(len(sent.fields))
    return replace(sent, fields=(*sent.fields[:at], *sent.fields[at + 1 :]))


def _one_field_more(sent: Sent, chance: Random) -> Sent:
    twice = (chance.choice(sent.fields)[0], _odd(chance))
    other = (_odd(chance), _odd(chance))
    return replace(sent, fields=(*sent.fields, chance.choice((twice, other))))


def _every_value(sent: Sent, chance: Random) -> Sent:
    return replace(sent, fields=tuple((name, _odd(chance)) for name, _ in sent.fields))


Change = Callable[[Sent, Random], Sent]
_OF_ALL: tuple[Change, ...] = (
    *(_a_part_of_the_path, _more_or_less_path, _language, _method, _body),
    *(_query, _query, _query, _header, _header, _header),
)
_OF_FORMS: tuple[Change, ...] = (
    *(_a_value, _a_value, _a_value, _one_field_less, _one_field_more, _every_value),
)
