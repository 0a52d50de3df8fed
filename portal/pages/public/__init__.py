"""What everybody reads without signing in."""

from governance.vocabulary.acts import Act
from portal.page import Page
from portal.pages.public.start import start

PAGES = (Page(name="start", path="/", needs=Act.READ_REGISTER, show=start),)
