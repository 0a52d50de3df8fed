"""What everybody is shown of datasets, and what only those who work with them."""

from __future__ import annotations

from dataclasses import replace

from governance.lives.datasets.commands import DescribeDataset, RetireDataset
from governance.lives.datasets.words import Description, Media, Variable, VariableRole
from governance.policy.visibility.fields import CATALOGUE, FIELDS
from governance.policy.visibility_facts import View
from governance.views.catalogue import Catalogue, Dataset
from governance.views.paging import Page
from governance.vocabulary.acts import Act
from governance.vocabulary.purposes import DataCategory, EhdsCategory
from tests.request_builders import DESCRIPTION, WHY
from tests.views.office import Office

FILES = ("ab" * 32, "cd" * 32)
SAMPLE = Variable("sample", DataCategory.GENOMIC, VariableRole.IDENTIFIER)
GENOMES = replace(
    DESCRIPTION,
    title="Génomas de Navarra",
    media=Media.VARIANTS,
    ehds_categories=frozenset({EhdsCategory.F}),
    variables=(SAMPLE, Variable("genotypes", DataCategory.GENOMIC, VariableRole.SENSITIVE)),
)


def titled(title: str) -> Description:
    return replace(DESCRIPTION, title=title)


async def test_everybody_sees_a_dataset_and_not_how_its_file_is_laid_out(office: Office) -> None:
    key = await office.dataset(DESCRIPTION, *FILES)
    office.after(days=1)
    readers = ("public", "stranger", "researcher", "member-2", "protector")
    seen = await office.seen(Dataset(key), *readers)

    shown = await office.asks("public", Dataset(key))

    assert seen == dict.fromkeys(readers, frozenset(CATALOGUE))
    assert (shown.id, shown.title, shown.retired) == (key, "Primary care 2025", False)
    assert shown.holder is not None
    assert shown.holder.id == office.who("holder")
    assert shown.legal_basis is not None
    assert (shown.legal_basis.article_6, shown.legal_basis.article_9) == ("e", "j")
    assert [version.number for version in shown.versions or ()] == [1, 2]
    assert [version.rows for version in shown.versions or ()] == [1200, 1200]
    assert (shown.issuer, shown.id_column, shown.source_hash) == (None, None, None)
    assert shown.may == frozenset()


async def test_whoever_works_on_it_sees_how_its_file_is_laid_out(office: Office) -> None:
    key = await office.dataset(DESCRIPTION, *FILES)
    readers = ("preparer", "first-officer", "auditor", "holder")
    seen = await office.seen(Dataset(key), *readers)
    assert seen == dict.fromkeys(readers, FIELDS[View.DATASET])
    shown = await office.asks("preparer", Dataset(key))
    assert (shown.issuer, shown.id_column) == ("snso", "person")
    assert shown.source_hash == FILES


async def test_its_holder_may_describe_renew_and_retire_it(office: Office) -> None:
    key = await office.dataset()
    shown = await office.asks("holder", Dataset(key))
    assert shown.may >= {Act.DESCRIBE_DATASET, Act.ADD_DATASET_VERSION, Act.RETIRE_DATASET}


async def test_what_is_no_dataset_is_not_found(office: Office) -> None:
    assert await office.finds_nothing("auditor", Dataset("nothing"))


async def test_a_dataset_is_shown_as_it_was_described_then(office: Office) -> None:
    key = await office.dataset()
    then = await office.now()
    office.after(days=3)
    await office.do(DescribeDataset(dataset_id=key, description=titled("Renamed")), "holder")

    before = await office.asks("public", Dataset(key), as_of=then)
    after = await office.asks("public", Dataset(key))

    assert (before.title, after.title) == ("Primary care 2025", "Renamed")
    assert before.checked_on is not None
    assert after.checked_on is not None
    assert (after.checked_on - before.checked_on).days == 3


async def test_the_catalogue_is_found_through_by_words_categories_and_holder(
    office: Office,
) -> None:
    care, genomes = await office.dataset(), await office.dataset(GENOMES)

    async def found(question: Catalogue) -> list[str]:
        return [row.id for row in (await office.asks("public", question)).rows]

    assert await found(Catalogue()) == [genomes, care]
    assert await found(Catalogue(text="genomas NAVARRA")) == [genomes]
    assert await found(Catalogue(text="genomas care")) == []
    assert await found(Catalogue(text="diagnosis")) == [care]
    assert await found(Catalogue(category=EhdsCategory.A)) == [care]
    assert await found(Catalogue(data=DataCategory.GENOMIC)) == [genomes]
    assert await found(Catalogue(holder=office.who("holder"))) == [genomes, care]
    assert await found(Catalogue(holder=office.who("stranger"))) == []


async def test_what_is_retired_is_listed_only_where_it_is_asked_for(office: Office) -> None:
    key = await office.dataset()
    await office.do(RetireDataset(dataset_id=key, reason=WHY), "holder")
    assert (await office.asks("public", Catalogue())).total == 0
    assert (await office.asks("public", Catalogue(retired=True))).total == 1
    assert (await office.asks("public", Dataset(key))).retired is True


async def test_the_catalogue_is_read_a_page_at_a_time_and_as_it_was_then(office: Office) -> None:
    for number in range(3):
        await office.dataset(titled(f"Dataset {number}"))
    then = await office.now()
    await office.dataset(titled("Dataset 3"))

    second = await office.asks("public", Catalogue(page=Page(2, 2)))
    before = await office.asks("public", Catalogue(page=Page(2, 2)), as_of=then)

    assert ([row.title for row in second.rows], second.total) == (["Dataset 2", "Dataset 3"], 4)
    assert ([row.title for row in before.rows], before.total) == (["Dataset 2"], 3)
