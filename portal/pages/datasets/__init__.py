"""The catalogue: which datasets there are, and what their holders say of each (EHDS 77)."""

from __future__ import annotations

from starlette.responses import Response

from governance.views.catalogue import Catalogue, Dataset
from governance.vocabulary.acts import Act
from governance.vocabulary.purposes import DataCategory
from portal.forms.datasets import CatalogueForm
from portal.page import Page
from portal.presenters import datasets as words
from portal.presenters.paging import pager
from portal.visit import Visit


async def catalogue(visit: Visit) -> Response:
    """The datasets that hold all the words asked for, in the order of their titles."""
    form = CatalogueForm(visit.tongue, visit.request.query_params)
    text, asked = form["text"].data or "", form["data"].data
    data = DataCategory(asked) if asked in set(DataCategory) else None  # nonsense asks for all
    question = Catalogue(text, data=data, page=visit.paging())
    found, path = await visit.ask(question), visit.url("datasets")
    return visit.draw(
        "datasets/list.html",
        search=form,
        lines=[words.line(one, visit.tongue) for one in found.rows],
        pager=pager(found, path, visit.tongue, {"text": text, "data": data or ""}),
        path=path,
        clear=path if text or data else None,
    )


async def dataset(visit: Visit) -> Response:
    """One dataset in full."""
    shown = await visit.ask(Dataset(visit.named("thing")))
    return visit.draw(
        "datasets/one.html",
        dataset=words.line(shown, visit.tongue),
        description=words.description(shown, visit.tongue),
        terms=words.terms(shown, visit.tongue),
        versions=words.versions(shown, visit.tongue),
        variables=words.variables(shown, visit.tongue),
        back=visit.url("datasets"),
    )


PAGES: tuple[Page, ...] = (
    Page(name="datasets", path="/datasets", needs=Act.READ_DATASETS, show=catalogue),
    Page(name="dataset", path="/datasets/{thing}", needs=Act.READ_DATASETS, show=dataset),
)
