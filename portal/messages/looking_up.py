"""Why a record is looked up: as the officer chooses it, and as the citizen reads it."""

from __future__ import annotations

from governance.vocabulary.looking_up import LookUpReason
from portal.languages import N_

REASONS: dict[LookUpReason, str] = {
    LookUpReason.ACCESS: N_("A request to know what is held, and who used it"),
    LookUpReason.OTHER_RIGHT: N_("A request to correct, erase, restrict or object"),
    LookUpReason.COMPLAINT: N_("A complaint"),
    LookUpReason.INCIDENT: N_("Something that went wrong with personal data"),
    LookUpReason.AUTHORITY: N_("A question of an authority or a court"),
    LookUpReason.CHECK: N_("A check of how the law is kept"),
}
