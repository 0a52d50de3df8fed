"""What a program may do in a person's name: scopes of access tokens, each a set of acts.

A scope never gives a right: it says how much of what she may do a program may do for her. Every
act is in exactly one (RFC 6749, 3.3).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from governance.vocabulary.acts import Act


class TokenScope(StrEnum):
    """A scope that the identity provider may put into the access token of a person."""

    READ = "read"
    CHOICES = "choices"
    REGISTER = "register"
    DATASETS = "datasets"
    REQUESTS = "requests"
    COMMITTEE = "committee"
    ACCESS_BODY = "access-body"
    RELEASES = "releases"
    PROGRAMME = "programme"


READINGS = ("read-", "explain-", "look-up-")
"""How acts begin that change nothing."""

ACTS_WITHIN: Mapping[TokenScope, frozenset[Act]] = {
    TokenScope.READ: frozenset(act for act in Act if act.value.startswith(READINGS)),
    TokenScope.CHOICES: frozenset(
        {
            Act.RECORD_CHOICE,
            Act.ANSWER_STUDY,
            Act.WITHDRAW_EVERYTHING,
            Act.SET_REACH,
            Act.OPT_OUT,
            Act.LIFT_OPT_OUT,
            Act.RECORD_MINOR_REFUSAL,
            Act.LIFT_MINOR_REFUSAL,
            Act.NOTE_EXPIRY,
        }
    ),
    TokenScope.REGISTER: frozenset(
        {
            Act.REGISTER_CITIZEN,
            Act.CORRECT_DETAILS,
            Act.RECORD_DEATH,
            Act.MERGE_DUPLICATES,
            Act.JOIN_DUPLICATE,
            Act.DECLARE_KINSHIP,
            Act.END_KINSHIP,
            Act.APPOINT_REPRESENTATIVE,
            Act.END_REPRESENTATION,
            Act.RECORD_PROTECTION,
            Act.LIFT_PROTECTION,
            Act.NOTE_MAJORITY,
            Act.ERASE_DETAILS,
        }
    ),
    TokenScope.DATASETS: frozenset(
        {
            Act.REGISTER_DATASET,
            Act.DESCRIBE_DATASET,
            Act.ADD_DATASET_VERSION,
            Act.RETIRE_DATASET,
        }
    ),
    TokenScope.REQUESTS: frozenset(
        {
            Act.DRAFT_REQUEST,
            Act.EDIT_REQUEST,
            Act.ATTACH_DOCUMENT,
            Act.REMOVE_ATTACHMENT,
            Act.SUBMIT_REQUEST,
            Act.ANSWER_OFFER,
            Act.WITHDRAW_REQUEST,
            Act.SUBMIT_EVIDENCE,
            Act.MODIFY_PROTOCOL,
            Act.SIGN_UNDERTAKING,
            Act.CONFIRM_REMOVAL,
        }
    ),
    TokenScope.COMMITTEE: frozenset(
        {
            Act.APPOINT_MEMBER,
            Act.END_MEMBERSHIP,
            Act.CONVENE_MEETING,
            Act.RECORD_ATTENDANCE,
            Act.APPROVE_MINUTES,
            Act.ASSIGN_REVIEW,
            Act.DECLARE_INTEREST,
            Act.OPEN_BALLOT,
            Act.CAST_VOTE,
            Act.CLOSE_BALLOT,
            Act.DELIVER_DECISION,
            Act.ACCEPT_EVIDENCE,
            Act.SUSPEND_DECISION,
        }
    ),
    TokenScope.ACCESS_BODY: frozenset(
        {
            Act.RETURN_REQUEST,
            Act.CONFIRM_COMPLETE,
            Act.EXTEND_DEADLINE,
            Act.RECORD_ASSESSMENT,
            Act.SEND_TO_ETHICS,
            Act.DECIDE_REQUEST,
            Act.OFFER_STATISTICS,
            Act.CLOSE_REQUEST,
            Act.ISSUE_PERMIT,
            Act.AMEND_PERMIT,
            Act.SUSPEND_PERMIT,
            Act.RESUME_PERMIT,
            Act.REVOKE_PERMIT,
            Act.EXTEND_PERMIT,
            Act.EXPIRE_PERMIT,
            Act.FLAG_PROHIBITED_USE,
            Act.RECORD_DELETION,
        }
    ),
    TokenScope.RELEASES: frozenset(
        {
            Act.PREPARE_RELEASE,
            Act.SIGN_RELEASE,
            Act.CANCEL_RELEASE,
            Act.FREEZE_RELEASE,
            Act.DELIVER_RELEASE,
            Act.WITHHOLD_RELEASE,
            Act.RECALL_RELEASE,
            Act.NOTIFY_REMOVAL,
            Act.STOP_ALL_RELEASES,
            Act.LIFT_STOP,
        }
    ),
    TokenScope.PROGRAMME: frozenset(
        {
            Act.DRAFT_SHEET,
            Act.PUBLISH_SHEET,
            Act.RETIRE_SHEET,
            Act.APPOINT_STAFF,
            Act.END_STAFF,
            Act.REGISTER_PARTNER,
            Act.LINK_PARTNER_CLIENT,
            Act.CHANGE_PARTNER_SCOPES,
            Act.END_PARTNER,
            Act.REGISTER_WEBHOOK,
            Act.CHANGE_WEBHOOK,
            Act.REPLAY_WEBHOOK,
            Act.DISABLE_WEBHOOK,
            Act.END_WEBHOOK,
            Act.SET_SWITCH,
            Act.RECORD_KEY,
            Act.DESTROY_KEY,
            Act.LINK_ACCOUNT,
            Act.NOTE_REFUSED_ATTEMPT,
        }
    ),
}
"""What each scope covers; what clock and engine do stands with its neighbours."""

SCOPE_OF: Mapping[Act, TokenScope] = {
    act: scope for scope, acts in ACTS_WITHIN.items() for act in acts
}
"""The scope that a token needs for an act; for one that is not here, no token is enough."""
