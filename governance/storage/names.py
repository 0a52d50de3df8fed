"""What people are called: for pages that name an applicant, a member, an officer."""

from __future__ import annotations

from collections.abc import Iterable

from governance.storage import driver, identity
from governance.storage.driver import Session
from governance.vocabulary.people import SubjectId

OF_ACCOUNTS = (
    "SELECT a.subject, a.name FROM {texts} CROSS JOIN accounts a "
    "WHERE a.subject = wanted.value AND a.name IS NOT NULL ORDER BY a.linked_at, a.issuer, a.sub"
)


async def names_of(session: Session, subjects: Iterable[SubjectId]) -> dict[SubjectId, str]:
    """The name in the newest account, else the newest of the register; absent where none is kept.

    Nobody is asked whether the reader may know: redaction is the view's last step.
    """
    wanted = list(dict.fromkeys(subjects))
    found = dict(await driver.fetch(session, OF_ACCOUNTS, wanted))
    without = [subject for subject in wanted if subject not in found]
    stated = await identity.details_of(session, without) if without else {}
    for subject, details in stated.items():
        if details is not None:
            found[subject] = f"{details.given_name} {details.family_name}"
    return {SubjectId(subject): name for subject, name in found.items()}
