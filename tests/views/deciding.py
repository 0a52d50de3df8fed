"""Asking for decisions in the region with one delivered release."""

from __future__ import annotations

from typing import Any

from governance.eligibility.reader import Reader
from governance.lives import releases
from governance.lives.programme.partners import PartnerScope, RegisterPartner
from governance.lives.releases.words import Recipe
from governance.principals import Principal
from governance.service.house import new_id
from governance.views.decisions import (
    EvaluateAccessOfMany,
    Named,
    PeopleDecided,
    Use,
)
from governance.views.record import CitizenRecord
from governance.vocabulary.people import Channel, Role, SubjectId
from portal.demo.files_of_act import ISSUER
from tests.views.used import Used

NOBODY = Named(ISSUER, "nobody-bears-this")


async def a_partner(used: Used, *scopes: PartnerScope) -> str:
    """A biobank with these scopes."""
    who = SubjectId(new_id())
    registered = RegisterPartner(
        partner_id=who, organisation="Biobank", scopes=frozenset(scopes or PartnerScope)
    )
    await used.do(registered, "steward")
    used.partners["biobank"] = Principal(
        subject=who, channel=Channel.API, machine_role=Role.PARTNER, stepped_up=True
    )
    return "biobank"


async def the_recipe(used: Used) -> Recipe:
    """Of the release that was delivered."""
    async with used.cast.house.database.reading() as session:
        state: releases.State = await Reader(session).state(releases, used.told.release_id)
    assert state.recipe is not None
    return state.recipe


async def the_use(used: Used) -> Use:
    """What the release used."""
    recipe = await the_recipe(used)
    sources = frozenset(source.dataset_id for source in recipe.sources)
    return Use(permit_id=recipe.permit_id, cells=recipe.cells, datasets=sources)


def everybody(used: Used) -> list[SubjectId]:
    return [*used.told.included, *used.told.left_out]


async def identifier_of(used: Used, who: SubjectId) -> Named:
    """How the register names somebody."""
    record = await used.asks("protector", CitizenRecord(who))
    issuer, identifier = (record.identifiers or ())[0]
    return Named(issuer, identifier)


async def many(used: Used, by: str, use: Use, people: list[Any]) -> PeopleDecided:
    answer = await used.asks(by, EvaluateAccessOfMany(use=use, people=people))
    assert isinstance(answer, PeopleDecided)
    return answer
