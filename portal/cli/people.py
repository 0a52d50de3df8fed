"""``people``: whose account at the identity provider is whose."""

from __future__ import annotations

import typer

from governance.lives.programme.accounts import LinkAccount, ProviderAccount
from governance.service.carry_out import carry_out
from governance.vocabulary.people import SubjectId
from portal.cli.house import acting_as, with_house
from portal.cli.lives import As, Json
from portal.cli.outcomes import show

app = typer.Typer(
    help="People who sign in: citizens are found by their identifier, staff are linked here.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.callback()
def people() -> None:
    """People who sign in: citizens are found by their identifier, staff are linked here."""


@app.command()
def link(issuer: str, sub: str, subject: str, person: As, as_json: Json = False) -> None:
    """Whoever signs in with this account is the person with this subject id; recorded.

    Example: baimena people link https://id.example.org 4711 SUBJECT --as STEWARD
    """
    by = acting_as(person)
    command = LinkAccount(person=SubjectId(subject), account=ProviderAccount(issuer, sub))
    show(with_house(lambda house: carry_out(house, command, by=by)), as_json=as_json)
