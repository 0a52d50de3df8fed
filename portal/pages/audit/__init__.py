"""The auditor's wing: the ledger entry by entry, its check, refused attempts, reads, and staff."""

from governance.vocabulary.acts import Act
from portal.page import Page
from portal.pages.audit import checking, ledger, watching

PAGES = (
    Page(name="audit", path="/audit", needs=Act.READ_LEDGER, show=ledger.summary),
    Page(name="audit-entries", path="/audit/entries", needs=Act.READ_LEDGER, show=ledger.entries),
    Page(
        name="audit-entry", path="/audit/entries/{thing}", needs=Act.READ_LEDGER, show=ledger.entry
    ),
    Page(
        name="audit-verify",
        path="/audit/verify",
        needs=Act.READ_LEDGER,
        show=checking.show,
        take=checking.take,
    ),
    Page(
        name="audit-attempts", path="/audit/attempts", needs=Act.READ_STAFF, show=watching.attempts
    ),
    Page(name="audit-reads", path="/audit/reads", needs=Act.READ_LEDGER, show=watching.reads),
    Page(name="audit-staff", path="/audit/staff", needs=Act.READ_STAFF, show=watching.staff),
)
