"""Everybody of the story at her own program, with her own token, and the questions they all ask."""

from __future__ import annotations

from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

from graph.client import BaimenaClient
from tests.graph.running import Running

ME = "{ viewer { citizen { id consents { cells { sheet { sheetId major minor } } } } } }"
TEAM = "{ viewer { accessRequests(first: 1) { nodes { namedPersons { id name } } } } }"
COMMITTEE = "{ committee { committeeMembers { person { id name } seat } } }"
DATA = "{ datasets(first: 10) { nodes { key variables { name role } } } }"


@dataclass
class People:
    """Who has signed in to the demo so far."""

    demo: Running
    stack: AsyncExitStack
    _clients: dict[tuple[str, bool], BaimenaClient] = field(default_factory=dict)

    async def of(self, who: str, *, confirmed: bool = True) -> BaimenaClient:
        """Her client; as a rule she has just confirmed who she is."""
        if (who, confirmed) not in self._clients:
            client = await self.demo.client(who, confirmed=confirmed)
            self._clients[who, confirmed] = await self.stack.enter_async_context(client)
        return self._clients[who, confirmed]

    async def ask(self, who: str, query: str, **variables: Any) -> Any:
        """A question that the typed client has no operation for."""
        client = await self.of(who)
        return client.get_data(await client.execute(query, None, variables))


def done(answer: Any) -> Any:
    """The one result of a mutation, which was carried out."""
    [result] = answer.__dict__.values()
    assert result.typename__.endswith("Changed"), result
    return result


def refused(answer: Any) -> Any:
    """The one result of a mutation, which was refused."""
    [result] = answer.__dict__.values()
    assert result.typename__ == "Refused", result
    return result
