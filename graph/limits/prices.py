"""What costs more than its size says. The names are those of the schema; a test compares them.

A field costs a point for each object, list and value that it can put into the answer. A row here
adds to that where more work stands behind it, or says how long a list without ``first`` can get.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.limits.most import BODY_WITH_FILE, BODY_WITH_LIST, MOST_PEOPLE, PLAIN_BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What one field costs beyond what it puts into the answer, and how long its list can be."""

    fixed: int = 0
    """Points each time it is asked for."""
    by: tuple[str, ...] = ()
    """The argument, or the way to it through input objects, whose length sizes the answer."""
    each: int = 0
    """Points for each element of that argument."""
    most: int = 0
    """How long that argument can be: what a missing variable counts as."""
    items: int | None = None
    """The longest that its list can be, where it takes no ``first``; else how many it finds."""
    paged: bool = False
    """Its list is as long as the page, or the argument, of the field above it."""
    body: int = PLAIN_BODY
    """Bytes that a request may have which asks for it."""


CELLS = 160
"""Purposes by categories by recipients: a consent or a permit holds no more."""
RULES_OF_RELEASE = 90
RULES = 300
SOURCES = 4
"""Rules, and the provisions behind one: no fewer than the tables have (a test compares)."""

PLAIN = Price()
CHANGE = Price(fixed=50)
"""Every field of the mutation: a transaction, an entry of the ledger, a signature to come."""
PRICES: Mapping[str, Price] = {
    # decisions: facts are gathered for each person, and each is told in her access log; a recipe
    # counts everybody in its sources
    "Query.evaluateAccess": Price(fixed=20, items=1),
    "Query.evaluateAccessOfList": Price(
        fixed=20, by=("people",), each=2, most=MOST_PEOPLE, body=BODY_WITH_LIST
    ),
    "Query.evaluateAccessOfPopulation": Price(fixed=5_000),
    "Mutation.prepareRelease": Price(fixed=5_000),
    # a file is looked into, object by object
    "Mutation.attachDocument": Price(fixed=5_000, body=BODY_WITH_FILE),
    "AccessDecisions.people": Price(paged=True),
    "AccessDecision.reasons": Price(items=RULES_OF_RELEASE),
    "UseJudged.reasons": Price(items=RULES_OF_RELEASE),
    # the feed, sized by `limit`; files; proofs, which are computed
    "ChangeFeed.rows": Price(paged=True),
    "Query.attachedFile": Price(fixed=500),
    "Query.ledgerEntry": Price(fixed=20),
    "Query.ledger": Price(fixed=20),
    # lists that have an end by nature
    "Refused.rules": Price(items=RULES),
    "Query.provisions": Price(items=RULES),
    "Provision.source": Price(items=SOURCES),
    "RefusingRule.sources": Price(items=SOURCES),
    **{
        f"{name}.cells": Price(items=CELLS)
        for name in (
            "AccessDecisions",
            "AccessRequest",
            "AskedAgain",
            "ConsentAct",
            "Consents",
            "Permit",
            "PopulationDecision",
            "PreparableRelease",
            "ReleaseRecipe",
        )
    },
}
