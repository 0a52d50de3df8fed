"""What a request, an assessment, a sheet and a permit consist of, item by item.

Source: EHDS 67(2), 68(1), 68(10); Ley 14/2007 47.
"""

from __future__ import annotations

from governance.lives.access_requests.words import Criterion, Item
from governance.lives.information_sheets.words import InformationItem
from portal.languages import N_

REQUEST_ITEMS: dict[Item, str] = {
    Item.A_APPLICANT: N_("Who applies, and who would have access"),
    Item.B_PURPOSE: N_("What the data are for"),
    Item.C_BENEFIT: N_("What good is expected of it"),
    Item.D_DATA: N_("Which data"),
    Item.E_PSEUDONYMISED: N_("Why anonymous data would not do"),
    Item.F_BROUGHT_IN: N_("Data that the applicant brings along"),
    Item.G_SAFEGUARDS: N_("How misuse is prevented"),
    Item.H_PERIOD: N_("For how long, and in which form"),
    Item.I_TOOLS: N_("Tools and secure environment"),
    Item.J_ETHICS: N_("Information for the ethics committee"),
    Item.K_OVERRIDE: N_("Exception to the opt-out"),
}

CRITERIA: dict[Criterion, str] = {
    Criterion.A_PURPOSES: N_("The purposes are lawful"),
    Criterion.B_NECESSARY: N_("The data are needed, and no more than needed"),
    Criterion.C_PSEUDONYMISED: N_("It is justified that anonymous data would not do"),
    Criterion.D_LAWFUL: N_("There is a lawful basis"),
    Criterion.E_QUALIFIED: N_("The applicant is qualified"),
    Criterion.F_SAFEGUARDS: N_("The safeguards are enough"),
    Criterion.G_ETHICS: N_("The ethical assessment is in order"),
    Criterion.H_PUBLIC_SECURITY: N_("There is no threat to security or to others' rights"),
}

INFORMATION_ITEMS: dict[InformationItem, str] = {
    InformationItem.PURPOSES: N_("What the data would be used for"),
    InformationItem.WITHDRAWAL: N_("How to withdraw consent"),
    InformationItem.RECIPIENTS: N_("Who would receive the data"),
    InformationItem.RIGHTS: N_("Your rights"),
    InformationItem.GENETIC_PURPOSE: N_("What the genetic analysis is for"),
    InformationItem.GENETIC_PLACE: N_("Where it is made, and what becomes of the sample"),
    InformationItem.GENETIC_ACCESS: N_("Who has access to the results"),
    InformationItem.GENETIC_UNEXPECTED: N_("What happens with unexpected findings"),
    InformationItem.GENETIC_RELATIVES: N_("What it means for relatives"),
    InformationItem.GENETIC_COUNSELLING: N_("Genetic counselling"),
}

PERMIT_ITEMS: dict[str, str] = {
    "a-data": N_("Datasets and variables"),
    "a-categories": N_("Categories of data"),
    "b-purpose": N_("Purposes and permitted uses"),
    "d-authorised-persons": N_("Persons with access"),
    "e-duration": N_("First and last day"),
    "f-environment-and-tools": N_("Secure environment and tools"),
    "g-fees": N_("Estimated fees"),
}
"""The items of EHDS 68(10), as ``missing_items`` names them."""
