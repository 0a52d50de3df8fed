"""Every rule is said in three languages with its source; what a citizen may be told, plainly."""

from __future__ import annotations

import pytest

from governance.policy import references
from governance.policy.references import Source
from governance.policy.release import RELEASE
from governance.policy.verdict import NO_ROW_GRANTS
from governance.policy.visibility import visible_fields
from governance.policy.visibility_facts import View
from governance.views.law import PROVISIONS
from governance.vocabulary.people import Language, Role
from governance.vocabulary.relations import Relation
from portal.languages import tongue
from portal.messages import rules
from portal.messages.rules import TITLES, because, sentence, source
from portal.messages.rules_reasons import OF_ANOTHER, OF_ONESELF

SPANISH, BASQUE, ENGLISH = (tongue(language) for language in Language)


def told(*relations: Relation) -> frozenset[str]:
    """The rules of which a citizen who stands so may learn that they refused."""
    return visible_fields(View.REASONS, frozenset({Role.CITIZEN}), frozenset(relations))


def test_every_source_of_law_has_a_title() -> None:
    sources = {held.name for held in vars(references).values() if isinstance(held, Source)}
    assert set(TITLES) == sources


@pytest.mark.parametrize("language", list(Language))
def test_every_provision_is_said_and_cited(language: Language) -> None:
    speaks = tongue(language)
    for rule_id in PROVISIONS:
        assert sentence(speaks, rule_id).endswith("."), rule_id
        assert source(speaks, rule_id), rule_id


def test_exactly_what_may_be_told_has_plain_words() -> None:
    assert set(OF_ONESELF) == told(Relation.SELF)
    assert set(OF_ONESELF) == {rule.id for rule in RELEASE if Role.CITIZEN in rule.tell}
    by_others = (
        told(Relation.PARENT, Relation.CITIZEN_UNDER_14),
        told(Relation.GUARDIAN),
        told(Relation.SUPPORT),
    )
    assert [set(OF_ANOTHER)] * len(by_others) == [set(ids) for ids in by_others]


def test_a_rule_is_cited_by_the_full_name_of_its_law() -> None:
    assert source(SPANISH, "R-08") == (
        "Reglamento (UE) 2025/327, relativo al Espacio Europeo de Datos de Salud, art. 71(3)"
    )
    assert source(ENGLISH, "A-02").startswith("Law 14/2007 on biomedical research, article ")
    assert source(BASQUE, "R-07").startswith("Programa honen konpromisoa: orain uko egina")
    assert "disposición adicional 17.2.d" in source(SPANISH, "R-55")


def test_what_is_no_rule_is_told_as_it_is() -> None:
    assert rules.NO_ROW_GRANTS == NO_ROW_GRANTS
    assert sentence(SPANISH, NO_ROW_GRANTS) == "Ninguna regla lo permite."
    assert sentence(SPANISH, "X-99") == "X-99"
    assert source(SPANISH, "X-99") == ""


def test_a_reason_is_told_to_the_person_or_to_whoever_decides_for_her() -> None:
    assert because(ENGLISH, "R-03").startswith("Your data stayed because you withdrew")
    assert because(ENGLISH, "R-03", own=False).startswith("The data stayed because")
    assert because(BASQUE, "R-22") == sentence(BASQUE, "R-22")
