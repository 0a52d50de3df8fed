"""How the generated client speaks: POST, JSON, a bearer token; errors by their codes.

Written by hand. The generator copies it into its package, where it stands already.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from types import TracebackType
from typing import Any

import httpx2
from pydantic import BaseModel
from pydantic_core import to_jsonable_python

from .base_model import UNSET

MEDIA = "application/graphql-response+json"
SECONDS = 30.0
Token = Callable[[], Awaitable[str]]
"""Gives the access token of the next request."""


class ApiError(Exception):
    """The API answered with errors. ``codes`` are stable; the words beside them may change."""

    def __init__(self, status: int, errors: list[Mapping[str, Any]], data: Any = None) -> None:
        self.status, self.errors, self.data = status, errors, data
        self.codes = [str(one.get("extensions", {}).get("code", "")) for one in errors]
        super().__init__(f"{status}: {', '.join(self.codes)}")


class TooMuch(ApiError):
    """The bucket of points is empty: in ``wait`` seconds there will be enough."""

    def __init__(self, status: int, errors: list[Mapping[str, Any]], wait: int) -> None:
        super().__init__(status, errors)
        self.wait = wait


class Http:
    """The road to one API. Use it as ``async with``, or close it."""

    def __init__(
        self, url: str, token: Token | None = None, *, http: httpx2.AsyncClient | None = None
    ) -> None:
        """Without a ``token`` it asks as the public does."""
        self.url, self.token = url, token
        self.http = http or httpx2.AsyncClient(timeout=SECONDS)
        self.cost: Mapping[str, Any] = {}
        """What the last answer said of its cost and of the budget."""

    async def __aenter__(self) -> Any:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, one: BaseException | None, at: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Give the connections back."""
        await self.http.aclose()

    async def execute(
        self,
        query: str,
        operation_name: str | None = None,
        variables: Mapping[str, Any] | None = None,
        **_: Any,
    ) -> httpx2.Response:
        """Send one operation; variables that were not set are not sent."""
        variables = variables or {}
        given = {name: _plain(one) for name, one in variables.items() if one is not UNSET}
        body = {"query": query, "operationName": operation_name, "variables": given}
        headers = {"Accept": MEDIA}
        if self.token is not None:
            headers["Authorization"] = f"Bearer {await self.token()}"
        return await self.http.post(self.url, json=to_jsonable_python(body), headers=headers)

    def get_data(self, response: httpx2.Response) -> dict[str, Any]:
        """The data of an answer. Raises ApiError where it has errors, TooMuch where to wait."""
        try:
            told = response.json()
        except ValueError:
            told = {}
        self.cost = told.get("extensions", {}).get("cost", {})
        errors, data = told.get("errors", []), told.get("data")
        if response.status_code == 429:
            raise TooMuch(429, errors, int(response.headers.get("Retry-After", "1")))
        if errors or not isinstance(data, dict):
            raise ApiError(response.status_code, errors, data)
        return data


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value
