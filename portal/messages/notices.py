"""What a citizen is told without asking, each notice as a title and what it means."""

from __future__ import annotations

from governance.views.noticed import Notice, NoticeCode
from portal.languages import N_, Tongue

TITLES: dict[NoticeCode, str] = {
    NoticeCode.DATA_USED: N_("Your data were delivered to a study"),
    NoticeCode.PACKAGE_RECALLED: N_("Data of yours were asked back"),
    NoticeCode.REMOVAL_NOTIFIED: N_("A study was told to remove your data"),
    NoticeCode.REMOVAL_CONFIRMED: N_("A study has removed your data"),
    NoticeCode.RECORD_CHANGED: N_("Your personal details were changed"),
    NoticeCode.KINSHIP_CHANGED: N_("Your declared relatives were changed"),
    NoticeCode.PROTECTION_CHANGED: N_("Your support measures were changed"),
    NoticeCode.CHOICE_RECORDED: N_("Somebody else recorded a choice about your data"),
    NoticeCode.OWN_REFUSAL_RECORDED: N_(
        "Somebody else recorded your own no, or that you took it back"
    ),
    NoticeCode.REPRESENTATION_BEGUN: N_("Somebody can decide for you"),
    NoticeCode.REPRESENTATION_ENDED: N_("Somebody can no longer decide for you"),
    NoticeCode.MAJORITY: N_("You are of age: you decide now"),
    NoticeCode.SHEET_ASKS_AGAIN: N_("The information has changed: please choose again"),
    NoticeCode.RECORD_READ: N_("Somebody read your record"),
}

MEANINGS: dict[NoticeCode, str] = {
    NoticeCode.DATA_USED: N_(
        "Without your name, in a secure place, for the purpose that the permit names. You can "
        "withdraw at any time: what comes later stops."
    ),
    NoticeCode.PACKAGE_RECALLED: N_(
        "Whoever received them has to give them back and may not use them any more."
    ),
    NoticeCode.REMOVAL_NOTIFIED: N_(
        "It has to take your data out of what it received, and confirm it here."
    ),
    NoticeCode.REMOVAL_CONFIRMED: N_(
        "It has confirmed that your data are no longer in what it received."
    ),
    NoticeCode.RECORD_CHANGED: N_("If something is wrong, ask at the citizen desk."),
    NoticeCode.KINSHIP_CHANGED: N_(
        "Relatives count where genetic data say something about them too. If something is "
        "wrong, ask at the citizen desk."
    ),
    NoticeCode.PROTECTION_CHANGED: N_(
        "Whoever supports you can decide only within the mandate of the court. If something "
        "is wrong, ask at the citizen desk."
    ),
    NoticeCode.CHOICE_RECORDED: N_("Look at what stands now. You can change it at any time."),
    NoticeCode.OWN_REFUSAL_RECORDED: N_(
        "Nobody can overrule your own no. Only you can take it back."
    ),
    NoticeCode.REPRESENTATION_BEGUN: N_(
        "You see here everything that is decided for you. If something is wrong, ask at the "
        "citizen desk."
    ),
    NoticeCode.REPRESENTATION_ENDED: N_(
        "What was said for you in this capacity does not count any more. Look at what stands now."
    ),
    NoticeCode.MAJORITY: N_(
        "What your parents or guardians said for you does not count any more. Until you "
        "choose, none of your data leave."
    ),
    NoticeCode.SHEET_ASKS_AGAIN: N_(
        "Your answer was given to an older version, and does not count for the new one. Until "
        "you choose again, none of your data leave for these uses."
    ),
    NoticeCode.RECORD_READ: N_(
        "Everybody who opens your record leaves a trace here. If you do not know why somebody "
        "did, ask the data protection officer."
    ),
}


def notice_title(tongue: Tongue, notice: Notice) -> str:
    """What has happened, in one line."""
    if notice.allowed is False:
        return tongue.gettext("Somebody tried to read your record, and was refused")
    return tongue.gettext(TITLES[notice.code])


def notice_meaning(tongue: Tongue, code: NoticeCode) -> str:
    """What it means to her, and what she can do."""
    return tongue.gettext(MEANINGS[code])
