"""What waits for somebody, said as what she would do."""

from __future__ import annotations

from governance.views.tasks.task import TaskCode
from portal.languages import N_

TASKS: dict[TaskCode, str] = {
    TaskCode.ANSWER_AGAIN: N_("Choose again: the information has changed"),
    TaskCode.FINISH_DRAFT: N_("Finish the draft of the request"),
    TaskCode.COMPLETE_REQUEST: N_("Complete the request that was returned"),
    TaskCode.ANSWER_OFFER: N_("Answer the offer of statistics"),
    TaskCode.SUBMIT_EVIDENCE: N_("Submit the evidence for a condition"),
    TaskCode.SIGN_UNDERTAKING: N_("Sign your undertaking"),
    TaskCode.CONFIRM_REMOVAL: N_("Remove the records named and confirm it"),
    TaskCode.CHECK_COMPLETENESS: N_("Check whether the request is complete"),
    TaskCode.ASSESS_REQUEST: N_("Assess the request"),
    TaskCode.SEND_TO_ETHICS: N_("Send the request to the ethics committee"),
    TaskCode.DECIDE_REQUEST: N_("Decide on the request"),
    TaskCode.ISSUE_PERMIT: N_("Issue the permit"),
    TaskCode.RECORD_DELETION: N_("Record that the data were deleted"),
    TaskCode.ASSIGN_REVIEW: N_("Assign the ethics review"),
    TaskCode.DECLARE_INTEREST: N_("Declare an interest, if you have one"),
    TaskCode.CONVENE_MEETING: N_("Convene a meeting for the request"),
    TaskCode.RECORD_ATTENDANCE: N_("Record who is present at the meeting"),
    TaskCode.OPEN_BALLOT: N_("Open the ballot"),
    TaskCode.VOTE: N_("Vote on the request"),
    TaskCode.CLOSE_BALLOT: N_("Close the ballot"),
    TaskCode.DELIVER_DECISION: N_("Deliver the opinion"),
    TaskCode.APPROVE_MINUTES: N_("Approve the minutes of the meeting"),
    TaskCode.ACCEPT_EVIDENCE: N_("Look at the evidence submitted"),
    TaskCode.CHECK_DESCRIPTION: N_("Check the description of the dataset"),
    TaskCode.PREPARE_RELEASE: N_("Prepare the release"),
    TaskCode.SIGN_RELEASE: N_("Look at the release and sign it"),
    TaskCode.PUBLISH_SHEET: N_("Publish the information sheet"),
    TaskCode.LIFT_STOP: N_("Lift the stop, once it is safe"),
}
