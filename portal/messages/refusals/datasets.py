"""Refusals of datasets."""

from __future__ import annotations

from portal.languages import N_

WORDS: dict[str, str] = {
    "dataset-exists": N_("This dataset exists already."),
    "dataset-retired": N_("This dataset is retired, so it cannot change any more."),
    "dataset-unknown": N_("There is no such dataset. Register it first."),
    "description-incomplete": N_("The description is not complete. Fill in what is named below."),
    "hash-malformed": N_("The checksum of the file is not a SHA-256. Check it."),
    "id-column-missing": N_("The file has to hold the column that says whose row it is."),
    "identifier-unmarked": N_(
        "The column that says whose row it is has to be marked as an identifier."
    ),
    "legal-basis-unknown": N_(
        "This is no ground of the General Data Protection Regulation. Give its letter."
    ),
    "media-cannot-change": N_("A dataset stays a table or stays variants. Register another one."),
    "public-body-interest": N_(
        "A public body cannot rest on legitimate interest. Choose another ground."
    ),
    "source-being-imported": N_("Somebody is importing this file just now. Try again in a while."),
    "variable-twice": N_("Two variables have the same name. Give each its own."),
    "variables-missing": N_(
        "The variables below are not described. Describe each column of the file."
    ),
    "version-empty": N_("The file has no rows."),
    "version-exists": N_("This file is a version of the dataset already."),
}
