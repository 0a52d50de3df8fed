"""The feed of changes: in order, nothing lost, and to each what a view would show her."""

from __future__ import annotations

import pytest

from governance.lives.consents import commands as say
from governance.lives.consents.words import Says
from governance.lives.ethics.reviews.words import Vote
from governance.lives.programme.partners import ChangePartnerScopes, EndPartner, PartnerScope
from governance.policy.visibility.fields import FIELDS
from governance.service.ledger_check import ledger_size
from governance.storage.lives import EVENTS
from governance.views.changes import NOT_TOLD, TOLD, Change, Changes, feed
from governance.vocabulary.people import Capacity
from governance.vocabulary.purposes import Reach
from portal.demo import reviewing
from tests.views.household import CLINICAL, GENOMIC, Household
from tests.views.office import Office

Home = Household | Office


async def followed(home: Home, by: str, since: int = 0, limit: int = 100) -> list[Change]:
    """Everything from a position on, a part at a time."""
    found: list[Change] = []
    more = True
    while more:
        part = await home.asks(by, Changes(since=since, limit=limit))
        assert len(part.rows) <= limit
        found += part.rows
        assert part.next >= since
        since, more = part.next, part.more
    return found


def kinds(changes: list[Change]) -> list[str]:
    return [change.code.removesuffix(".v1") for change in changes]


def test_every_event_changes_a_field_of_a_view_or_is_kept_to_the_ledger() -> None:
    assert set(EVENTS) == set(TOLD) | NOT_TOLD
    assert set(TOLD).isdisjoint(NOT_TOLD)
    assert [one for one in TOLD.values() if one.field not in FIELDS[one.view]] == []


@pytest.mark.parametrize("limit", [1, 7, 1000])
async def test_an_auditor_follows_everything_in_order(home: Household, limit: int) -> None:
    size = await ledger_size(home.cast.house)

    found = await followed(home, "auditor", limit=limit)

    assert [change.position for change in found] == list(range(1, size + 1))
    assert found == await followed(home, "protector")
    assert await followed(home, "auditor", since=size) == []
    assert await followed(home, "auditor", since=-5) == found


async def a_partner(home: Household, *scopes: PartnerScope) -> str:
    """The partner of consents, with these scopes."""
    name = "partner-of-consents"
    who, several = home.partners[name].subject, frozenset(scopes)
    await home.do(ChangePartnerScopes(partner_id=who, scopes=several), "steward")
    return name


async def some_consents(home: Household) -> int:
    """What Ane and two minors say, in several ways; the position before it."""
    before = await ledger_size(home.cast.house)
    await home.says("ane", Says.ALLOW, GENOMIC)
    ane, nahia = home.people["ane"], home.people["nahia"]
    given = home.given("ane")
    await home.do(say.SetReach(citizen=ane, given=given, reach=Reach.EEA), "ane")
    await home.do(say.OptOut(citizen=ane, given=given), "ane")
    refusal = say.RecordMinorRefusal(citizen=nahia, given=home.given("nahia"))
    await home.do(refusal, "nahia")
    parent = home.given("leire", Capacity.PARENT)
    await home.says("unai", Says.ALLOW, CLINICAL, given=parent, by="leire")
    return before


async def test_a_partner_follows_what_its_scopes_show_and_never_who_opted_out(
    home: Household,
) -> None:
    partner = await a_partner(home, PartnerScope.CHANGES, PartnerScope.CONSENTS)
    before = await some_consents(home)

    found = await followed(home, partner, since=before, limit=2)

    assert kinds(found) == [
        "consent.choice-recorded",
        "consent.reach-set",
        "consent.choice-recorded",
    ]
    assert found[0].about == ("consents", home.people["ane"])
    assert {change.about[0] for change in await followed(home, partner)} <= {
        "consents",
        "information-sheets",
        "datasets",
        "ethics-committee",
    }


async def test_a_partner_without_the_scope_follows_nothing(home: Household) -> None:
    before = await some_consents(home)
    assert await home.finds_nothing("partner-of-consents", Changes())
    only = await a_partner(home, PartnerScope.CHANGES, PartnerScope.PERMITS)
    assert await followed(home, only, since=before) == []
    ended = EndPartner(partner_id=home.partners[only].subject)
    await home.do(ended, "steward")
    assert await home.finds_nothing(only, Changes())


async def test_a_feed_stops_and_says_go_on(
    home: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "AT_A_TIME", 3)
    monkeypatch.setattr(feed, "MOST_LOOKED_AT", 3)
    partner = await a_partner(home, PartnerScope.CHANGES, PartnerScope.CONSENTS)
    before = await some_consents(home)

    first = await home.asks(partner, Changes(since=before))

    assert first.more
    assert len(first.rows) < 3
    assert len(await followed(home, partner, since=before)) == 3


async def test_an_applicant_follows_her_own_request_and_nothing_of_the_deliberation(
    office: Office,
) -> None:
    mine = await office.at_ethics("researcher")
    theirs = await office.request("co-researcher")
    await reviewing.assign(office.cast, mine)
    meeting = await reviewing.meet(office.cast, [mine], office.today)
    await reviewing.open_ballot(office.cast, mine, meeting)
    await reviewing.vote(office.cast, mine, lambda number: Vote.FAVOURABLE)
    await reviewing.decide(office.cast, mine, office.today, conditional=False, reasons="Good.")

    own = await followed(office, "researcher")
    member = await followed(office, "member-2")
    others = await followed(office, "co-researcher")

    about = {change.about[1] for change in own if change.about[0] == "access-requests"}
    assert about == {mine.request_id}
    assert [kind for kind in kinds(own) if kind.startswith("ethics.") and "member" not in kind] == [
        "ethics.review-assigned",
        "ethics.decision-delivered",
    ]
    assert kinds(member).count("ethics.vote-cast") == 8
    assert {change.about[1] for change in others if change.about[0] == "access-requests"} == {
        theirs.request_id
    }


async def test_citizens_follow_their_own_record_elsewhere(home: Household) -> None:
    for who in ("ane", "leire", "desk"):
        assert await home.finds_nothing(who, Changes())


async def test_as_of_an_instant_the_feed_ends_there(home: Household) -> None:
    before = await home.now()
    await some_consents(home)

    part = await home.asks("auditor", Changes(limit=500), before)

    assert part.rows[-1].position == part.next == before.position
    assert not part.more
