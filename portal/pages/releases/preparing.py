"""A preparer writes a recipe under a permit, looks ahead at what it leads to, and lays it down.

What was looked at is what is laid down: where the recipe or its counts have changed since, it is
shown once more.
"""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response

from governance.lives.permits.words import PermitStatus
from governance.lives.releases.commands import PrepareRelease
from governance.lives.releases.words import Recipe
from governance.refusals import Refusal, Refused
from governance.service.house import new_id
from governance.service.preparation import (
    PreviewMade,
    ReleaseWish,
    preview_release,
    recipe_of,
    takeable,
)
from governance.views.permit_lists import Permits
from governance.views.releases import Preparable, PreparableShown
from governance.vocabulary.people import SubjectId
from portal.forms.releases import RecipeForm
from portal.messages.refusals import says
from portal.pages.lists import listed
from portal.presenters import permits as permits_in_words
from portal.presenters import recipes as words
from portal.presenters.studies import environment_name, study_name
from portal.visit import Visit

SEEN = "seen"
"""The digest of the recipe whose preview was shown."""
IN_FORCE = frozenset({PermitStatus.IN_FORCE})


async def permits(visit: Visit) -> Response:
    """Under which permit."""
    return await listed(
        visit,
        "releases/permits.html",
        Permits(statuses=IN_FORCE, page=visit.paging()),
        permits_in_words.line,
        name="new-release",
        back=visit.url("releases"),
    )


async def show(visit: Visit) -> Response:
    """An empty recipe that takes everything the permit grants: less is for the preparer to say."""
    shown = await _preparable(visit)
    form = _form(visit, shown)
    form["taken"].data = [words.value_of(one) for one in takeable(shown)]
    return _draw(visit, shown, form)


async def take(visit: Visit) -> Response:
    """Look ahead; or lay down what was looked at."""
    shown = await _preparable(visit)
    form = _form(visit, shown)
    if not form.validate():
        return _draw(visit, shown, form)
    made = await preview_release(await visit.apart(), _recipe(shown, form), by=visit.principal)
    if isinstance(made, Refusal):
        raise Refused(made)
    if visit.form.get(SEEN) != made.recipe.digest():
        return _draw(visit, shown, form, made)
    command = PrepareRelease(release_id=new_id(), recipe=made.recipe)
    outcome = await visit.carry_out(command)
    if isinstance(outcome, Refusal):
        return _refused(visit, shown, form, outcome)
    release_id = outcome.recorded[0].stream.partition("/")[2]
    return RedirectResponse(visit.url("release", thing=release_id), 303)


def _recipe(shown: PreparableShown, form: RecipeForm) -> Recipe:
    chosen = set(form["taken"].data)
    wish = ReleaseWish(
        release_id="",
        permit_id=shown.id,
        requester=SubjectId(form["requester"].data),
        taken=tuple(one.taken for one in takeable(shown) if words.value_of(one) in chosen),
        k=form["k"].data,
        minimum_cohort=form["minimum_cohort"].data,
    )
    recipe = recipe_of(shown, wish)
    if isinstance(recipe, Refusal):
        raise Refused(recipe)
    return recipe


async def _preparable(visit: Visit) -> PreparableShown:
    return await visit.ask(Preparable(visit.named("thing")))


def _form(visit: Visit, shown: PreparableShown) -> RecipeForm:
    form = RecipeForm(visit.tongue, visit.form or None)
    form.offering("requester", words.requesters(shown, visit.tongue))
    form.offering("taken", words.choices(shown, visit.tongue))
    return form


def _refused(visit: Visit, shown: PreparableShown, form: RecipeForm, refusal: Refusal) -> Response:
    """What is wrong with a recipe is said where it is guarded; anything else on its own page."""
    if refusal.field != "recipe":
        raise Refused(refusal)
    form.blame("minimum_cohort", says(visit.tongue, refusal.code))
    return _draw(visit, shown, form)


def _draw(
    visit: Visit, shown: PreparableShown, form: RecipeForm, made: PreviewMade | None = None
) -> Response:
    return visit.draw(
        "releases/prepare.html",
        status=422 if form.errors else 200,
        study=study_name(shown.study) or visit.tongue.gettext("A permit"),
        environment=environment_name(shown.environment),
        form=form,
        foreseen=words.foreseen(made, visit.tongue) if made else None,
        changed=bool(made and visit.form.get(SEEN)),
        action=visit.url("prepare-release", thing=shown.id),
        back=visit.url("new-release"),
        key=visit.new_key(),
    )
