"""Running, replaying and explaining a release; finishing what a stop left behind."""

from __future__ import annotations

import typer
from rich.console import Console
from rich.progress import Progress

from governance.refusals import Conflict, Refusal
from governance.service.house import House
from governance.service.preparation import (
    STEPS,
    Explanation,
    Named,
    Replayed,
    Withheld,
    explain_release,
    replay_release,
    run_release,
    settle_packages,
)
from governance.vocabulary.people import SubjectId
from portal.cli.house import acting_as, with_house
from portal.cli.lives import As, Json
from portal.cli.outcomes import say, show


def run(release_id: str, as_json: Json = False) -> None:
    """Carry a signed release to its end; a stopped one goes on from its frozen instant.

    Example: baimena release run RELEASE
    """
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("release", total=len(STEPS))

        async def work(house: House) -> object:
            await settle_packages(house)
            return await run_release(house, release_id, step=lambda _: progress.advance(task))

        outcome = with_house(work)
    if isinstance(outcome, (Refusal, Conflict)):
        show(outcome, as_json=as_json)
    elif isinstance(outcome, Withheld):
        told = {"delivered": False, "reasons": outcome.reasons}
        say(told, f"withheld: {', '.join(outcome.reasons)}", as_json=as_json)
        raise typer.Exit(1)
    else:
        folder, people = getattr(outcome, "folder", ""), getattr(outcome, "people", 0)
        told = {"delivered": True, "folder": str(folder), "people": people}
        say(told, f"delivered: {people} people, {folder}", as_json=as_json)


def replay(release_id: str, person: As, as_json: Json = False) -> None:
    """Make a delivered package again and compare what it holds; the reading is logged.

    Example: baimena release replay RELEASE --as AUDITOR
    """
    by = acting_as(person)
    outcome = with_house(lambda house: replay_release(house, release_id, by=by))
    if not isinstance(outcome, Replayed):
        show(outcome, as_json=as_json)
        return
    told = {"same": outcome.same, "people": outcome.people, "differing": outcome.differing}
    text = "the same" if outcome.same else f"differs: {', '.join(outcome.differing)}"
    say(told, text, as_json=as_json)
    if not outcome.same:
        raise typer.Exit(1)


def explain(release_id: str, who: str, person: As, issuer: str = "", as_json: Json = False) -> None:
    """Say why somebody was in a release, or was not. With --issuer, WHO is that issuer's id.

    Example: baimena explain RELEASE HG00096 --issuer demo-cohort --as AUDITOR
    """
    by = acting_as(person)

    async def work(house: House) -> Explanation | Refusal:
        meant = Named(issuer, who) if issuer else SubjectId(who)
        return await explain_release(house, release_id, meant, by=by)

    outcome = with_house(work)
    if isinstance(outcome, Refusal):
        show(outcome, as_json=as_json)
        return
    told = {"was_in": outcome.was_in, "refused_by": outcome.refused_by}
    text = "was in" if outcome.was_in else f"was left out: {', '.join(outcome.refused_by)}"
    say(told, text, as_json=as_json)
