"""Codes of the vocabulary as enumerations of the schema, each value described."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import cache
from typing import Any

import strawberry
from strawberry.types.enum import StrawberryEnumDefinition

from governance.lives.access_requests.words import Item, RequestStatus
from governance.lives.ethics.committee import Expertise
from governance.lives.permits.words import PermitStatus
from governance.views.review_lists import Pile
from governance.vocabulary.register import Decision
from graph.descriptions import of_type, of_value

NAMES: dict[Any, str] = {
    Decision: "RegisterDecision",
    Expertise: "CommitteeExpertise",
    Item: "RequestItem",
    Pile: "ReviewPile",
}
"""Where an enumeration is called otherwise than its class."""


UNIONS: dict[tuple[Any, ...], str] = {(RequestStatus, PermitStatus): "RegisterStatus"}
"""What enumerations of the codes of several are called."""


@cache
def enum_of(codes: Any) -> Any:
    """The enumeration of these codes; its values are called as their names there."""
    name = NAMES.get(codes, codes.__name__)
    made = strawberry.enum(codes, name=name, description=of_type(name, codes))
    definition: StrawberryEnumDefinition = made.__strawberry_definition__
    for value in definition.values:
        value.description = of_value(name, value.name)
    return made


def union_of(several: Sequence[Any]) -> Any:
    """One enumeration of the codes of several, for a field that holds any of them."""
    return _union(tuple(several))


@cache
def _union(several: tuple[Any, ...]) -> Any:
    members = {member.name: member.value for one in several for member in one}
    return enum_of(Enum(UNIONS[several], members, type=str))


def order_of(one: Any) -> Any:
    """By which sets are sorted: codes in the order of their definition, else values themselves."""
    return list(type(one)).index(one) if isinstance(one, Enum) else one
