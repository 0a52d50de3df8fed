"""Refusals of releases, and of what builds, checks and repeats a package."""

from __future__ import annotations

from portal.languages import N_

WORDS: dict[str, str] = {
    "already-confirmed": N_("This removal notice was confirmed already."),
    "column-unknown": N_("The source has no such columns as named below."),
    "extraction-failed": N_("The data could not be taken out, so nothing was handed over."),
    "key-destroyed": N_("The key of this release is destroyed, so it cannot be made again."),
    "nobody-to-extract": N_("Nobody is left in this release, so there is nothing to hand over."),
    "nobody-to-remove": N_("A removal notice has to name at least one person."),
    "notice-exists": N_("This removal notice exists already."),
    "notice-unknown": N_("There is no such removal notice."),
    "package-being-built": N_("This package is being built at this moment. Try again in a while."),
    "package-exists": N_("This package exists already and is never built over."),
    "package-file-changed": N_(
        "A file of the package is not what was signed. Do not use it, and tell the release officer."
    ),
    "package-incomplete": N_(
        "The package lacks files, or holds files that do not belong to it. Do not use it."
    ),
    "package-manifest-malformed": N_(
        "The manifest of the package cannot be read. Do not use the package."
    ),
    "package-signature-wrong": N_(
        "The signature of the package is not ours. Do not use it, and tell the release officer."
    ),
    "permit-unknown": N_("There is no such permit."),
    "person-erased": N_(
        "Somebody behind this was erased since, so it cannot be shown or made again."
    ),
    "pseudonym-column-taken": N_(
        "A column of the source has the name that the pseudonyms need. Leave it out of the release."
    ),
    "pseudonym-malformed": N_(
        "A pseudonym is not of the form that we use, so nothing was handed over."
    ),
    "recipe-changed": N_(
        "The plan is not the one that you were shown. Look at it again before you sign."
    ),
    "recipe-empty": N_("The plan takes nothing from anywhere. Choose what is to be released."),
    "recipe-too-loose": N_(
        "The plan protects people less than the programme asks. Raise the smallest group."
    ),
    "release-exists": N_("This release exists already."),
    "release-not-delivered": N_("This release was not delivered, so this cannot be done."),
    "release-not-frozen": N_(
        "This release is not being made at this moment, so this cannot be done."
    ),
    "release-not-prepared": N_("This release is not waiting for signatures."),
    "release-not-signed": N_("Two officers have to sign before this release can be made."),
    "release-refused": N_(
        "The rules do not let this release go. Each rule that refuses is named below."
    ),
    "source-changed": N_(
        "A source file is not the one that was imported, so nothing was handed over."
    ),
    "source-unknown": N_("The plan names a version of a dataset that does not exist."),
}
