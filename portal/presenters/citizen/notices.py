"""What happened without her: each notice as a sentence, with when and by whom."""

from __future__ import annotations

from dataclasses import dataclass

from governance.views.noticed import Notice, NoticeCode
from governance.views.paging import Paged
from portal.languages import N_, Tongue
from portal.messages.dates import instant
from portal.messages.notices import notice_meaning, notice_title
from portal.presenters.people import acted
from portal.presenters.studies import study_name

SENTENCES = {
    NoticeCode.DATA_USED: N_("These data were delivered to the study “%(study)s”."),
    NoticeCode.PACKAGE_RECALLED: N_("A delivery to the study “%(study)s” was called back."),
    NoticeCode.REMOVAL_NOTIFIED: N_("The study “%(study)s” was told to remove these data."),
    NoticeCode.REMOVAL_CONFIRMED: N_("The study “%(study)s” confirmed that it removed these data."),
    NoticeCode.RECORD_CHANGED: N_("The details in the register were entered or changed."),
    NoticeCode.KINSHIP_CHANGED: N_("A relative was entered or taken out."),
    NoticeCode.PROTECTION_CHANGED: N_("A judicial support measure was entered or lifted."),
    NoticeCode.CHOICE_RECORDED: N_("Somebody else recorded a choice."),
    NoticeCode.OWN_REFUSAL_RECORDED: N_("Your own no was recorded."),
    NoticeCode.REPRESENTATION_BEGUN: N_("%(person)s may decide from now on."),
    NoticeCode.REPRESENTATION_ENDED: N_("%(person)s may not decide any more."),
    NoticeCode.MAJORITY: N_("Of age: from now on nobody else decides."),
    NoticeCode.SHEET_ASKS_AGAIN: N_("The information has changed: some answers are asked again."),
    NoticeCode.RECORD_READ: N_("The record was read."),
}
ATTEMPT = N_("Somebody tried to read the record, and was refused.")


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """One notice."""

    says: str
    means: str
    """What it means and what she can do; empty where somebody else reads it."""
    when: str
    by: str


def noticed(notices: Paged[Notice], tongue: Tongue, *, own: bool) -> Paged[NoticeLine]:
    """One page of notices; ``own`` where the reader is the citizen herself."""
    return notices.mapped(lambda one: _own(one, tongue) if own else _of_another(one, tongue))


def _own(one: Notice, tongue: Tongue) -> NoticeLine:
    title = notice_title(tongue, one)
    study = f"{title}: {study_name(one.study)}" if one.study else title
    means = notice_meaning(tongue, one.code)
    return NoticeLine(study, means, instant(tongue, one.at), acted(one.by, tongue))


def _of_another(one: Notice, tongue: Tongue) -> NoticeLine:
    sentence = ATTEMPT if one.allowed is False else SENTENCES[one.code]
    person = one.person.name if one.person and one.person.name else tongue.gettext("Somebody")
    words = tongue.gettext(sentence) % {"study": study_name(one.study), "person": person}
    return NoticeLine(words, "", instant(tongue, one.at), acted(one.by, tongue))
