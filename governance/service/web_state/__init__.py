"""What the portal keeps of browsers for a while, in short transactions and without an entry.

Ids and tokens are drawn here, given out once, and kept as their digest.
"""

from governance.service.web_state.passing import (
    PARKED_LASTS,
    SIGN_IN_LASTS,
    begin_sign_in,
    draft_of,
    keep_draft,
    new_token,
    notices_seen,
    park_form,
    parked_form,
    see_notices,
    sweep,
    take_sign_in,
    use_once,
)
from governance.service.web_state.quotas import Quota, Spent, spend, take_quota
from governance.service.web_state.sessions import (
    Limits,
    Live,
    Provider,
    begin_session,
    choose_language,
    end_all,
    end_by_sid,
    end_session,
    end_sessions,
    find_session,
    limits_of,
    sessions_of,
    step_up,
    touch,
)
from governance.storage.web_state.passing import ParkedForm, SignIn
from governance.storage.web_state.sessions import WebSession

__all__ = [
    "PARKED_LASTS",
    "SIGN_IN_LASTS",
    "Limits",
    "Live",
    "ParkedForm",
    "Provider",
    "Quota",
    "SignIn",
    "Spent",
    "WebSession",
    "begin_session",
    "begin_sign_in",
    "choose_language",
    "draft_of",
    "end_all",
    "end_by_sid",
    "end_session",
    "end_sessions",
    "find_session",
    "keep_draft",
    "limits_of",
    "new_token",
    "notices_seen",
    "park_form",
    "parked_form",
    "see_notices",
    "sessions_of",
    "spend",
    "step_up",
    "sweep",
    "take_quota",
    "take_sign_in",
    "touch",
    "use_once",
]
