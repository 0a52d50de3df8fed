"""What everybody reads without signing in."""

from governance.vocabulary.acts import Act
from portal.page import Page
from portal.pages.public import explained, ledger, machines, register, sheet
from portal.pages.public.start import start

OPEN = Act.READ_REGISTER

PAGES = (
    Page(name="start", path="/", needs=OPEN, show=start),
    Page(name="robots", path="/robots.txt", needs=OPEN, show=machines.robots, spoken=False),
    Page(
        name="security",
        path="/.well-known/security.txt",
        needs=OPEN,
        show=machines.security,
        spoken=False,
    ),
    Page(name="how-it-works", path="/how-it-works", needs=OPEN, show=explained.how_it_works),
    Page(name="privacy", path="/privacy", needs=OPEN, show=explained.privacy),
    Page(name="accessibility", path="/accessibility", needs=OPEN, show=explained.accessibility),
    Page(name="officer", path="/officer", needs=OPEN, show=explained.officer),
    Page(name="sheet", path="/sheet", needs=OPEN, show=sheet.sheet),
    Page(name="register", path="/register", needs=OPEN, show=register.entries),
    Page(name="register-entry", path="/register/{thing}", needs=OPEN, show=register.entry),
    Page(name="checkpoints", path="/checkpoints", needs=OPEN, show=ledger.checkpoints),
)
