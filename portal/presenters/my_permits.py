"""A permit as somebody whom it names sees it."""

from __future__ import annotations

from governance.lives import permits
from governance.views.permit_shown import PermitShown
from governance.vocabulary.acts import Act
from governance.vocabulary.people import SubjectId
from portal.presenters.following import following


def can_be_done(shown: PermitShown, me: SubjectId) -> frozenset[Act]:
    """The acts to offer: allowed to her by the tables, and of use where the permit stands.

    An undertaking that she has signed already is not offered again.
    """
    acts = shown.may & following(permits, shown.status)
    waiting = {one.person.id for one in shown.undertakings or () if one.signed_at is None}
    return acts if me in waiting else acts - {Act.SIGN_UNDERTAKING}
