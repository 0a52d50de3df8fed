"""Refusals of access requests and of what is attached to them."""

from __future__ import annotations

from portal.languages import N_

WORDS: dict[str, str] = {
    "already-extended": N_("This was extended once already, and the law allows no second time."),
    "already-offered": N_("Statistics were offered already. Wait for the answer."),
    "already-statistics": N_("This request already asks for statistics only."),
    "attaching-closed": N_(
        "Documents can be attached only while the request can be edited, or evidence is due."
    ),
    "attachment-active": N_(
        "This PDF holds programs, other files or forms. Save it as a plain PDF and attach it again."
    ),
    "attachment-differs": N_(
        "The file that arrived is not the one that was announced. Attach it again."
    ),
    "attachment-empty": N_("This file is empty."),
    "attachment-encrypted": N_(
        "This PDF is protected by a password. Save it without one and attach it again."
    ),
    "attachment-exists": N_("This document is attached already."),
    "attachment-handed-in": N_(
        "This document was handed in with the request, so it cannot be removed any more."
    ),
    "attachment-name-unfit": N_(
        "A file cannot be kept under this name. Give it a short name of letters and digits."
    ),
    "attachment-not-base64": N_(
        "The file did not arrive as it was sent: it is not written in base64. Attach it again."
    ),
    "attachment-not-pdf": N_(
        "This file is no PDF that can be opened. Save it as a PDF and attach it again."
    ),
    "attachment-too-large": N_("This file is too large. Make it smaller, or attach it in parts."),
    "attachment-unknown": N_("There is no such document."),
    "completion-too-late": N_("The four weeks to complete this request are over. Write a new one."),
    "criteria-not-met": N_(
        "A request is granted only if every criterion of the law is met. The ones below are not."
    ),
    "ethics-not-favourable": N_("There is no favourable opinion of the ethics committee in force."),
    "items-missing": N_(
        "The request is not complete. Fill in what is named below, then submit it."
    ),
    "no-items-named": N_("Say which parts of the request have to be completed."),
    "not-assessed": N_("The request has to be assessed before the committee receives it."),
    "offer-not-open": N_("There is no offer of statistics to answer."),
    "prohibited-use-declared": N_(
        "The law forbids the uses below, whoever asks. Nothing can be granted for them."
    ),
    "request-exists": N_("This request exists already."),
    "request-not-closable": N_("This request cannot be closed yet."),
    "request-not-complete": N_(
        "The request has not been confirmed as complete, so this cannot be done yet."
    ),
    "request-not-decidable": N_(
        "This request cannot be decided now: it is not complete, or it was decided already."
    ),
    "request-not-editable": N_(
        "A request can be changed only as a draft, or when it was returned."
    ),
    "request-not-open": N_("This request is over, so this cannot be done any more."),
    "request-not-submitted": N_("This request is not waiting to be checked."),
    "row-level-output": N_(
        "A request for statistics cannot ask for pseudonymised data. Ask for data in a secure "
        "environment instead."
    ),
    "too-many-attachments": N_(
        "No more documents can be attached to this request. Remove one first."
    ),
}
