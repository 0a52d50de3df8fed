"""Documents attached to a request, in words."""

from __future__ import annotations

from dataclasses import dataclass

from governance.lives.access_requests.words import EDITABLE
from governance.views.request_shown import RequestShown
from portal.languages import Tongue
from portal.messages.dates import instant
from portal.messages.names import name
from portal.messages.numbers import size


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was attached."""

    id: str
    name: str
    about: str
    """The item that it belongs to."""
    more: str
    """How large it is, and when it came."""
    stays: bool
    """It was handed in, and is being judged: it cannot be removed."""


def documents(shown: RequestShown, tongue: Tongue) -> list[Document]:
    """What was attached, in its order; none where this reader is not shown any."""
    return [
        Document(
            id=one.id,
            name=one.name or tongue.gettext("A document whose name was erased"),
            about=name(tongue, one.item),
            more=f"{size(tongue, one.size)}, {instant(tongue, one.attached_at)}",
            stays=one.handed_in and shown.status not in EDITABLE,
        )
        for one in shown.attachments or ()
    ]
