"""Media types: what is read, and which of two kinds an answer is.

Sources: GraphQL over HTTP, "Media Types"; RFC 9110, 12.5.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from starlette.datastructures import Headers

from graph.conduct.problems import Problem

JSON = "application/json"
RESPONSE = "application/graphql-response+json"
ANYTHING = frozenset({"*/*", "application/*"})


def negotiate(headers: Headers) -> str:
    """The media type of the answer. Raises Problem (406) where neither of both is accepted.

    Without a wish, or with one for anything, it is application/json, as the specification has it.
    """
    wishes = dict(_wishes(",".join(headers.getlist("accept"))))
    if not wishes:
        return JSON
    anything = max((wishes[one] for one in ANYTHING & wishes.keys()), default=0.0)
    response, json = wishes.get(RESPONSE, 0.0), wishes.get(JSON, anything)
    if max(response, json) <= 0:
        raise Problem(406, "not-acceptable")
    return RESPONSE if response >= json else JSON


def _wishes(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.split(","):
        name, *parameters = (one.strip().lower() for one in part.split(";"))
        if name:
            yield name, _weight(parameters)


def _weight(parameters: list[str]) -> float:
    """The weight from 0 to 1; what cannot be read weighs nothing."""
    for one in parameters:
        name, _, value = one.partition("=")
        if name.strip() == "q":
            return float(value) if value.replace(".", "", 1).isdecimal() else 0.0
    return 1.0


def require_json(headers: Headers) -> None:
    """Raises Problem (415) unless the body is said to be JSON in UTF-8, as it is."""
    given = headers.getlist("content-type")
    name, *parameters = (one.strip().lower() for one in (given or [""])[0].split(";"))
    plain = all(one.replace('"', "") in ("charset=utf-8", "") for one in parameters)
    if len(given) != 1 or name != JSON or not plain or "content-encoding" in headers:
        raise Problem(415, "content-type-unsupported", headers={"Accept-Post": JSON})
