"""What a citizen, or somebody who acts for her, sees and decides."""

from governance.vocabulary.acts import Act
from portal.page import Page
from portal.pages.citizen import (
    choices,
    choose,
    chosen,
    home,
    notices,
    receipt,
    record,
    switches,
    uses,
    withdraw,
)
from portal.pages.citizen.whose import both

SAID = frozenset({Act.RECORD_CHOICE, Act.SET_REACH})
OPT_OUT = frozenset({Act.OPT_OUT, Act.LIFT_OPT_OUT})
OWN_NO = frozenset({Act.RECORD_MINOR_REFUSAL, Act.LIFT_MINOR_REFUSAL})

PAGES: tuple[Page, ...] = (
    *both("home", "", show=home.show),
    *both("notices", "/notices", show=notices.show),
    *both("uses", "/uses", show=uses.show),
    *both("record", "/record", show=record.show),
    *both("choices", "/choices", show=choices.show),
    *both("choose-begin", "/choose", show=choose.begin),
    *both("choose", "/choose/{draft}/{step}", show=choose.show, take=choose.take, acts=SAID),
    *both("receipt", "/receipts/{position}", show=receipt.show),
    *both("receipt-pdf", "/receipts/{position}/receipt.pdf", show=receipt.as_paper),
    *both("receipt-proof", "/receipts/{position}/proof.json", show=receipt.as_proof),
    *both("chosen", "/recorded/{position}", show=chosen.show),
    *both(
        "withdraw",
        "/withdraw/{what}",
        show=withdraw.show,
        take=withdraw.take,
        acts=frozenset({Act.RECORD_CHOICE, Act.WITHDRAW_EVERYTHING}),
    ),
    *both("opt-out", "/opt-out", show=switches.opt_out, take=switches.switch_opt_out, acts=OPT_OUT),
    *both(
        "own-refusal",
        "/own-no",
        show=switches.own_refusal,
        take=switches.switch_own_refusal,
        acts=OWN_NO,
    ),
    *both(
        "reach",
        "/reach",
        show=switches.reach,
        take=switches.set_reach,
        acts=frozenset({Act.SET_REACH}),
    ),
)
