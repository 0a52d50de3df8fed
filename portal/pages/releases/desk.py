"""The list of releases, one release whole, and what can be done about it."""

from __future__ import annotations

from starlette.responses import Response

from governance.lives.releases.commands import CancelRelease, RecallRelease
from governance.views.releases import Release, Releases
from governance.vocabulary.acts import Act
from governance.vocabulary.erasable import text
from portal.forms.deeds import ReasonForm
from portal.languages import N_
from portal.pages.deeds import Deed, Desk, offer
from portal.pages.releases import carrying
from portal.pages.releases.carrying import Progress
from portal.presenters import releases as words
from portal.presenters.pictures.releases import in_and_out
from portal.visit import Visit

DEEDS = (
    Deed(
        act=Act.CANCEL_RELEASE,
        title=N_("Cancel the release"),
        says=N_("Nothing is delivered under this recipe."),
        button=N_("Cancel the release"),
        form=ReasonForm,
        ends=True,
        command=lambda visit, thing, form: CancelRelease(
            release_id=thing, reason=text(form["reason"].data)
        ),
    ),
    Deed(
        act=Act.RECALL_RELEASE,
        title=N_("Ask the package back"),
        says=N_("Whoever received it has to give it back and may not use it any more."),
        button=N_("Ask it back"),
        form=ReasonForm,
        ends=True,
        command=lambda visit, thing, form: RecallRelease(
            release_id=thing, reason=text(form["reason"].data)
        ),
    ),
)
RELEASE_DESK = Desk("release", "/releases/{thing}", Act.READ_RELEASE, DEEDS)


async def queue(visit: Visit) -> Response:
    """The newest first."""
    found = await visit.ask(Releases(part=visit.part()))
    older = f"{visit.url('releases')}?before={found.next}" if found.next else None
    return visit.draw(
        "releases/queue.html",
        lines=[words.line(row, visit.tongue) for row in found.rows],
        older=older,
        new=visit.url("new-release") if Act.PREPARE_RELEASE in visit.myself.acts else None,
    )


async def one(visit: Visit) -> Response:
    """What was laid down, who signed, who was in and out, and what came of it."""
    thing = visit.named("thing")
    shown = await visit.ask(Release(thing))
    deeds = RELEASE_DESK.offered(visit, thing, shown.may)
    if Act.SIGN_RELEASE in shown.may:
        deeds.insert(0, offer(visit, N_("Sign the release"), "sign-release", thing))
    progress = carrying.progress(visit, shown)
    if progress is Progress.WAITING and carrying.IN_CHARGE in visit.myself.acts:
        deeds.insert(0, offer(visit, N_("Carry the release out"), "carry-out-release", thing))
    if Act.EXPLAIN_RELEASE in visit.myself.acts and shown.instant:
        deeds.append(offer(visit, N_("Why was somebody in, or not?"), "explain-release", thing))
    return visit.draw(
        "releases/one.html",
        release=words.line(shown, visit.tongue),
        recipe=words.recipe(shown, visit.tongue),
        outcome=words.outcome(shown, visit.tongue),
        picture=in_and_out(shown, visit.tongue),
        delivered=shown.delivered_on is not None,
        totals=words.in_and_out(shown, visit.tongue),
        besides=words.besides(shown, visit.tongue),
        progress=progress,
        refusal=carrying.refused(visit, shown),
        reasons=words.reasons(shown, visit.tongue),
        removals=words.removals(shown, visit.tongue),
        steps=words.steps(shown, visit.tongue),
        deeds=deeds,
    )
