"""Acts: what somebody can do here. Every command declares exactly one; rules speak of them."""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """A code per thing that can be done, grouped by life."""

    # citizens
    REGISTER_CITIZEN = "register-citizen"
    CORRECT_DETAILS = "correct-details"
    RECORD_DEATH = "record-death"
    MERGE_DUPLICATES = "merge-duplicates"
    JOIN_DUPLICATE = "join-duplicate"
    DECLARE_KINSHIP = "declare-kinship"
    END_KINSHIP = "end-kinship"
    APPOINT_REPRESENTATIVE = "appoint-representative"
    END_REPRESENTATION = "end-representation"
    RECORD_PROTECTION = "record-protection"
    LIFT_PROTECTION = "lift-protection"
    NOTE_MAJORITY = "note-majority"
    ERASE_DETAILS = "erase-details"
    # information sheets
    DRAFT_SHEET = "draft-sheet"
    PUBLISH_SHEET = "publish-sheet"
    RETIRE_SHEET = "retire-sheet"
    # consents
    RECORD_CHOICE = "record-choice"
    ANSWER_STUDY = "answer-study"
    WITHDRAW_EVERYTHING = "withdraw-everything"
    SET_REACH = "set-reach"
    OPT_OUT = "opt-out"
    LIFT_OPT_OUT = "lift-opt-out"
    RECORD_MINOR_REFUSAL = "record-minor-refusal"
    LIFT_MINOR_REFUSAL = "lift-minor-refusal"
    NOTE_EXPIRY = "note-expiry"
    # datasets
    REGISTER_DATASET = "register-dataset"
    DESCRIBE_DATASET = "describe-dataset"
    ADD_DATASET_VERSION = "add-dataset-version"
    RETIRE_DATASET = "retire-dataset"
    # access requests
    DRAFT_REQUEST = "draft-request"
    EDIT_REQUEST = "edit-request"
    ATTACH_DOCUMENT = "attach-document"
    REMOVE_ATTACHMENT = "remove-attachment"
    SUBMIT_REQUEST = "submit-request"
    RETURN_REQUEST = "return-request"
    CONFIRM_COMPLETE = "confirm-complete"
    EXTEND_DEADLINE = "extend-deadline"
    RECORD_ASSESSMENT = "record-assessment"
    SEND_TO_ETHICS = "send-to-ethics"
    DECIDE_REQUEST = "decide-request"
    OFFER_STATISTICS = "offer-statistics"
    ANSWER_OFFER = "answer-offer"
    WITHDRAW_REQUEST = "withdraw-request"
    CLOSE_REQUEST = "close-request"
    # ethics
    APPOINT_MEMBER = "appoint-member"
    END_MEMBERSHIP = "end-membership"
    CONVENE_MEETING = "convene-meeting"
    RECORD_ATTENDANCE = "record-attendance"
    APPROVE_MINUTES = "approve-minutes"
    ASSIGN_REVIEW = "assign-review"
    DECLARE_INTEREST = "declare-interest"
    OPEN_BALLOT = "open-ballot"
    CAST_VOTE = "cast-vote"
    CLOSE_BALLOT = "close-ballot"
    DELIVER_DECISION = "deliver-decision"
    SUBMIT_EVIDENCE = "submit-evidence"
    ACCEPT_EVIDENCE = "accept-evidence"
    MODIFY_PROTOCOL = "modify-protocol"
    SUSPEND_DECISION = "suspend-decision"
    # permits
    ISSUE_PERMIT = "issue-permit"
    AMEND_PERMIT = "amend-permit"
    SUSPEND_PERMIT = "suspend-permit"
    RESUME_PERMIT = "resume-permit"
    REVOKE_PERMIT = "revoke-permit"
    EXTEND_PERMIT = "extend-permit"
    EXPIRE_PERMIT = "expire-permit"
    SIGN_UNDERTAKING = "sign-undertaking"
    FLAG_PROHIBITED_USE = "flag-prohibited-use"
    RECORD_DELETION = "record-deletion"
    # releases
    PREPARE_RELEASE = "prepare-release"
    SIGN_RELEASE = "sign-release"
    CANCEL_RELEASE = "cancel-release"
    FREEZE_RELEASE = "freeze-release"
    DELIVER_RELEASE = "deliver-release"
    WITHHOLD_RELEASE = "withhold-release"
    RECALL_RELEASE = "recall-release"
    NOTIFY_REMOVAL = "notify-removal"
    CONFIRM_REMOVAL = "confirm-removal"
    # programme
    APPOINT_STAFF = "appoint-staff"
    END_STAFF = "end-staff"
    REGISTER_PARTNER = "register-partner"
    LINK_PARTNER_CLIENT = "link-partner-client"
    CHANGE_PARTNER_SCOPES = "change-partner-scopes"
    END_PARTNER = "end-partner"
    REGISTER_WEBHOOK = "register-webhook"
    CHANGE_WEBHOOK = "change-webhook"
    REPLAY_WEBHOOK = "replay-webhook"
    DISABLE_WEBHOOK = "disable-webhook"
    END_WEBHOOK = "end-webhook"
    SET_SWITCH = "set-switch"
    STOP_ALL_RELEASES = "stop-all-releases"
    LIFT_STOP = "lift-stop"
    RECORD_KEY = "record-key"
    DESTROY_KEY = "destroy-key"
    LINK_ACCOUNT = "link-account"
    NOTE_REFUSED_ATTEMPT = "note-refused-attempt"
    # reading
    READ_CITIZEN_RECORD = "read-citizen-record"
    READ_REQUEST = "read-request"
    READ_BALLOTS = "read-ballots"
    READ_PERMIT = "read-permit"
    READ_RELEASE = "read-release"
    EXPLAIN_RELEASE = "explain-release"
    READ_LEDGER = "read-ledger"
    READ_REGISTER = "read-register"
    READ_DATASETS = "read-datasets"
    READ_STAFF = "read-staff"
    READ_PROGRAMME = "read-programme"
    READ_CHANGES = "read-changes"
    READ_VERDICTS = "read-verdicts"
    READ_VERDICT_COUNTS = "read-verdict-counts"
    LOOK_UP_CITIZEN = "look-up-citizen"
    READ_WEBHOOKS = "read-webhooks"


SENSITIVE: frozenset[Act] = frozenset(
    {
        Act.CORRECT_DETAILS,
        Act.MERGE_DUPLICATES,
        Act.APPOINT_REPRESENTATIVE,
        Act.ERASE_DETAILS,
        Act.RECORD_CHOICE,
        Act.ANSWER_STUDY,
        Act.LIFT_OPT_OUT,
        Act.SET_REACH,
        Act.CAST_VOTE,
        Act.CLOSE_BALLOT,
        Act.DELIVER_DECISION,
        Act.ISSUE_PERMIT,
        Act.AMEND_PERMIT,
        Act.RESUME_PERMIT,
        Act.EXTEND_PERMIT,
        Act.PREPARE_RELEASE,
        Act.SIGN_RELEASE,
        Act.FREEZE_RELEASE,
        Act.LIFT_STOP,
        Act.APPOINT_STAFF,
        Act.SET_SWITCH,
        Act.DESTROY_KEY,
        Act.LINK_ACCOUNT,
        Act.LINK_PARTNER_CLIENT,
        Act.READ_CITIZEN_RECORD,
        Act.LOOK_UP_CITIZEN,
        Act.READ_BALLOTS,
        Act.EXPLAIN_RELEASE,
        Act.READ_LEDGER,
    }
)
"""A refused attempt at one of these is recorded in the actor's own stream."""

NEEDS_STEP_UP: frozenset[Act] = frozenset({Act.CAST_VOTE, Act.SIGN_RELEASE, Act.ISSUE_PERMIT})
"""Acts for which a session must have been confirmed anew; never a withdrawal or an opt-out."""
