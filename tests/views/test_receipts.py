"""A receipt proves an act of hers to anybody, and is given to nobody else."""

from __future__ import annotations

import json
from base64 import b64decode
from datetime import date
from pathlib import Path

from governance.lives.consents import commands as say
from governance.lives.consents.words import Says
from governance.refusals import Refusal
from governance.service.anchoring import sign_now
from governance.service.ask import NOT_FOUND
from governance.service.receipts import Receipt, receipt_of
from governance.vocabulary.people import Capacity, Language, SubjectId
from tests.merkle.exports import Outside
from tests.views.household import CLINICAL, GENOMIC, Household


async def receipt(home: Household, citizen: str, position: int, by: str | None = None) -> Receipt:
    """The receipt that somebody is given."""
    given = await asked(home, citizen, position, by or citizen)
    assert isinstance(given, Receipt), given
    return given


async def asked(home: Household, citizen: str, position: int, by: str) -> Receipt | Refusal:
    """The receipt, or why there is none."""
    who: SubjectId = home.people[citizen]
    return await receipt_of(home.cast.house, who, position, by=home.by(by))


async def test_anybody_can_verify_it_with_the_published_key_alone(
    home: Household, tmp_path: Path
) -> None:
    position = await home.says("ane", Says.ALLOW, GENOMIC, CLINICAL)
    given = await receipt(home, "ane", position)

    code, words = Outside(tmp_path).verify_receipt(given.proof.plain(), keys=given.signer)

    assert code == 0, words
    changed = {**given.proof.plain(), "position": position - 1}
    assert Outside(tmp_path).verify_receipt(changed, keys=given.signer)[0] == 1


async def test_it_says_what_was_said_in_the_terms_of_the_standard(home: Household) -> None:
    position = await home.says("ane", Says.ALLOW, GENOMIC, until=date(2027, 1, 31))

    given = await receipt(home, "ane", position)

    record = given.act.record
    assert given.act.code == "consent.choice-recorded.v1"
    assert record.schema_version == "ISO/IEC TS 27560:2023"
    assert record.record_id == given.act.leaf_hash
    assert record.event_state == "dpv:ConsentGiven"
    assert record.purposes == ("eu-ehds:HealthcareScientificResearch",)
    assert record.pii_information == ("eu-ehds:GenomicData",)
    assert record.recipient_third_parties == ("dpv:AcademicScientificOrganisation",)
    assert record.validity_duration == date(2027, 1, 31)
    assert (record.language, record.entity_capacity) == (Language.BASQUE, Capacity.SELF)
    assert record.privacy_notice is not None
    assert record.privacy_notice.sheet_id == home.cast.sheet


async def test_the_proof_is_of_that_very_entry_and_the_notice_of_that_very_text(
    home: Household,
) -> None:
    position = await home.says("ane", Says.ALLOW, GENOMIC)
    given = await receipt(home, "ane", position)

    assert given.proof.position == given.act.position == position
    entry = json.loads(given.proof.entry)
    assert home.people["ane"] in json.dumps(entry)
    assert b64decode(str(given.proof.plain()["entry"])) == given.proof.entry
    digest = given.act.record.privacy_notice_digest
    assert digest is not None
    assert len(digest) == 64


async def test_asked_again_it_is_the_same_receipt(home: Household) -> None:
    position = await home.says("ane", Says.ALLOW, GENOMIC)
    first = await receipt(home, "ane", position)
    await home.says("ane", Says.WITHDRAW, GENOMIC)
    await sign_now(home.cast.house)

    assert await receipt(home, "ane", position) == first


async def test_a_checkpoint_that_covers_it_already_is_used(home: Household) -> None:
    position = await home.says("ane", Says.ALLOW, GENOMIC)
    note = await sign_now(home.cast.house)

    given = await receipt(home, "ane", position)

    assert given.proof.checkpoint == note
    assert given.receipt_id == f"{position}-{given.checkpoint_size}"


async def test_everybody_who_sees_the_act_has_its_receipt_and_nobody_else(
    home: Household,
) -> None:
    position = await home.says(
        "unai", Says.WITHDRAW, GENOMIC, given=home.given("leire", Capacity.PARENT), by="leire"
    )
    for reader in ("unai", "leire", "desk", "protector"):
        assert (await receipt(home, "unai", position, reader)).act.position == position
    for reader in ("jon", "ane", "auditor", "partner-of-consents", "ander"):
        assert await asked(home, "unai", position, reader) == NOT_FOUND


async def test_a_mother_has_no_receipt_of_her_childs_own_refusal(home: Household) -> None:
    refusal = say.RecordMinorRefusal(citizen=home.people["unai"], given=home.given("unai"))
    position = (await home.do(refusal, "unai")).position

    assert await asked(home, "unai", position, "leire") == NOT_FOUND
    assert (await receipt(home, "unai", position)).act.record.event_state == "dpv:ConsentRefused"


async def test_an_entry_that_is_no_act_of_hers_has_none(home: Household) -> None:
    of_jon = await home.says("jon", Says.ALLOW, GENOMIC)

    for position in (of_jon, 1, 0, -5, 2**70):
        assert await asked(home, "ane", position, "ane") == NOT_FOUND
