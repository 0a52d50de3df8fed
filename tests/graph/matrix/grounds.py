"""The ground on which everybody stands: three studies that differ in nothing but who is in them."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import asdict, dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from governance.eligibility.reader import Reader
from governance.lives import access_requests
from governance.lives.access_requests.commands import AttachDocument
from governance.lives.access_requests.words import Attachment, Item
from governance.lives.citizens.commands import RegisterCitizen
from governance.lives.datasets.commands import RegisterDataset
from governance.lives.ethics.reviews.commands import DeclareInterest
from governance.lives.ethics.reviews.words import InterestGround
from governance.lives.programme.partners import (
    EndPartner,
    LinkPartnerClient,
    PartnerScope,
    ProviderClient,
    RegisterPartner,
)
from governance.lives.programme.staff import AppointStaff, EndStaff
from governance.lives.programme.webhooks.commands import RegisterWebhook
from governance.service.anchoring import sign_now
from governance.service.ask import ask
from governance.service.house import new_id
from governance.service.ledger_check import ledger_size
from governance.views.record import CitizenRecord
from governance.vocabulary.erasable import Details, Erasable, text
from governance.vocabulary.instants import day_of
from governance.vocabulary.people import Language, Role, Sex, SubjectId
from portal.demo import asking, reviewing, study
from portal.demo.asking import Asked
from portal.demo.cast import Cast, principal
from portal.demo.files_of_act import ISSUER, variants_description
from portal.demo.releasing import deliver, prepare, recipe
from portal.demo.studies import Study, Wanted
from tests.portal.world import Known, house_at

COLUMNS = ("own", "same", "foreign")
"""Hers; of a study that names her; of people whom she has nothing to do with."""
IN_THE_STUDY = {"own": ("her", "colleague"), "same": ("co-researcher", "her", "colleague")}
OTHERS = ("researcher", "co-researcher")
PDF = b"%PDF-1.7 the protocol"
PROVIDER = "https://identity.test"
"""Whose clients the partners' systems are."""
TOLD_AT = "https://partner.example.org/told"
PARTNERS = {
    "partner-verdicts": frozenset({PartnerScope.VERDICTS}),
    "partner-all": frozenset(PartnerScope),
    "partner-ended": frozenset(PartnerScope),
}


@dataclass(frozen=True)
class Things:
    """Keys of what there is of one column; a release and its review have those of their own."""

    request: str
    attachment: str
    meeting: str
    permit: str
    release: str
    dataset: str
    entry: int
    """The position of the ledger at which the permit was issued."""


@dataclass(frozen=True)
class Ground:
    """What was built beside the region: everybody by name, everything by column."""

    people: dict[str, SubjectId]
    things: dict[str, Things]
    begins: int
    """The position of the ledger after which it was built."""


async def lay(folder: Path) -> None:
    """Build it in a copy of the region, and remember it beside."""
    house, clock = house_at(folder)
    told = json.loads((folder / "known.json").read_text(encoding="utf-8"))
    try:
        known = Known(**told)
        members = [known.people[f"member-{seat}"] for seat in range(11)]
        cast = Cast(house, clock, dict(known.people), members)
        begins = await ledger_size(house)
        await _people(cast)
        wanted, other = await _datasets(cast, known)
        datasets = {"own": await _dataset_of_hers(cast), "same": wanted.table_id, "foreign": other}
        things = {
            column: await _study(cast, column, wanted, datasets[column]) for column in COLUMNS
        }
        await cast.do(EndStaff(person=cast.people["her"], role=Role.RESEARCHER), cast.by("steward"))
        await _trails(cast)
        ground = Ground(cast.people | {"interested": members[10]}, things, begins)
    finally:
        await house.database.close()
    (folder / "ground.json").write_text(json.dumps(asdict(ground)), encoding="utf-8")


def ground_at(folder: Path) -> Ground:
    """What was remembered."""
    told = json.loads((folder / "ground.json").read_text(encoding="utf-8"))
    things = {column: Things(**one) for column, one in told["things"].items()}
    return Ground(told["people"], things, told["begins"])


async def _people(cast: Cast) -> None:
    for number, name in enumerate(("her", "colleague")):
        cast.people[name] = SubjectId(new_id())
        details = Details(
            given_name=name,
            family_name="Garai",
            birth_date=date(1980, 2, 29),
            sex=Sex.FEMALE,
            municipality="Tudela",
            language=Language.SPANISH,
            identifiers=((ISSUER, f"ground-{number}"),),
        )
        entered = RegisterCitizen(citizen=cast.people[name], details=Erasable(details))
        await cast.do(entered, cast.by("desk"))
    for name, scopes in PARTNERS.items():
        cast.people[name] = SubjectId(new_id())
        partner = cast.people[name]
        registered = RegisterPartner(partner_id=partner, organisation=name, scopes=scopes)
        linked = LinkPartnerClient(partner_id=partner, client=ProviderClient(PROVIDER, name))
        for command in (registered, linked):
            await cast.do(command, cast.by("steward"))
    told = RegisterWebhook(
        partner_id=cast.people["partner-all"], webhook_id=new_id(), url=TOLD_AT, since=0
    )
    await cast.do(told, cast.by("steward"))
    await cast.do(EndPartner(partner_id=cast.people["partner-ended"]), cast.by("steward"))
    for role in (Role.RESEARCHER, Role.HOLDER):
        await cast.do(AppointStaff(person=cast.people["her"], role=role), cast.by("steward"))


async def _trails(cast: Cast) -> None:
    """What oversight looks at: a signed checkpoint, and a read of a record."""
    await sign_now(cast.house)
    await ask(cast.house, CitizenRecord(cast.people["maite"]), by=cast.by("desk"))


async def _datasets(cast: Cast, known: Known) -> tuple[Wanted, str]:
    """The columns that the region's first study asks of its table, and the other dataset."""
    async with cast.house.database.reading() as session:
        first = known.requests["cardiometabolic-risk"]
        asked = (await Reader(session).state(access_requests, first)).application.columns
        second = known.requests["air-and-admissions"]
        [table] = (await Reader(session).state(access_requests, second)).application.datasets
    columns = tuple(sorted(name for dataset, name in asked if dataset == table))
    [other] = {dataset for dataset, _ in asked} - {table}
    return Wanted(table, other, columns), other


async def _dataset_of_hers(cast: Cast) -> str:
    dataset_id = new_id()
    described = replace(variants_description(), title="What she holds")
    command = RegisterDataset(dataset_id=dataset_id, description=described)
    await cast.do(command, cast.by("her"))
    await cast.do(EndStaff(person=cast.people["her"], role=Role.HOLDER), cast.by("steward"))
    return dataset_id


async def _study(cast: Cast, column: str, wanted: Wanted, dataset: str) -> Things:
    """From the draft to a delivered release; one member of the committee has an interest."""
    today, what = day_of(cast.clock.now), Study(name=f"{column}-study", benefit="To compare.")
    applicants = IN_THE_STUDY.get(column, OTHERS)
    asked = await asking.draft(cast, what, wanted, today, applicants)
    attachment = await _attach(cast, asked)
    for step in (asking.submit, asking.complete, asking.send, reviewing.assign):
        await step(cast, asked)
    interest = DeclareInterest(request_id=asked.request_id, ground=InterestGround.SERVICE)
    await cast.do(interest, principal(cast.members[10]))
    meeting = await reviewing.meet(cast, [asked], today)
    await reviewing.open_ballot(cast, asked, meeting)
    await reviewing.vote(cast, asked, study._some_with_conditions)
    await reviewing.decide(cast, asked, today, conditional=True, reasons=study.REASONS)
    await reviewing.approve_minutes(cast, meeting)
    await reviewing.meet_condition(cast, asked)
    permit, _ = await study.permit(cast, asked)
    entry = await ledger_size(cast.house) - len(applicants)
    laid_down = recipe(cast, wanted, permit, 150, what)
    laid_down = replace(laid_down, requester=cast.people[applicants[0]])
    release = await prepare(cast, laid_down)
    await deliver(cast, release)
    return Things(asked.request_id, attachment, meeting, permit, release, dataset, entry)


async def _attach(cast: Cast, asked: Asked) -> str:
    attachment = Attachment(
        id=new_id(),
        item=Item.J_ETHICS,
        media_type="application/pdf",
        size=len(PDF),
        sha256=sha256(PDF).hexdigest(),
    )
    command = AttachDocument(
        request_id=asked.request_id,
        attachment=attachment,
        name=text("protocol.pdf"),
        file=text(b64encode(PDF).decode()),
    )
    await cast.do(command, cast.by(asked.applicants[0]))
    return attachment.id
