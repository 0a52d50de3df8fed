"""Why a citizen's record is looked up by somebody who watches over the law."""

from __future__ import annotations

from enum import StrEnum


class LookUpReason(StrEnum):
    """A code, so that the log holds no free text about anybody (GDPR 38, 39)."""

    ACCESS = "access"
    """She asks what is held about her and what became of it (GDPR 15)."""
    OTHER_RIGHT = "other-right"
    """She asks for correction, erasure, restriction, or objects (GDPR 16 to 21)."""
    COMPLAINT = "complaint"
    """She complains about how her data were handled (GDPR 38(4))."""
    INCIDENT = "incident"
    """Something went wrong with personal data (GDPR 33, 34)."""
    AUTHORITY = "authority"
    """A supervisory authority or a court asks (GDPR 39(1)(d))."""
    CHECK = "check"
    """How the law is kept is checked on single records (GDPR 39(1)(b))."""
