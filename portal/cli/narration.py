"""What the demo says: what happened, what was recorded, and who was left out, in counts."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.table import Table

from governance.service.importing import ImportReport
from governance.service.preparation import RULES_IN_WORDS, Delivered, Explanation, Replayed

FEWEST_SHOWN = 10


class Narration:
    """Tells the scenes of one act on a terminal."""

    def __init__(self, console: Console, database: str) -> None:
        self.console, self.database = console, database

    def tell(self, scene: str, outcome: Any) -> None:
        """One scene."""
        getattr(self, f"_{scene.replace('-', '_')}")(outcome)

    def _say(self, text: str) -> None:
        self.console.print(text, markup=False, highlight=False)

    def _founding(self, people: int) -> None:
        self._say(f"The programme is founded on {self.database}: {people} people have roles,")
        self._say("an information sheet is published in three languages, and a second version.")

    def _choices(self, reports: list[ImportReport]) -> None:
        people, relations, acts = reports
        self._say(
            f"{people.lines} people are registered, {relations.lines} relations, "
            f"and {acts.lines} acts of choice: {sum(r.entries for r in reports)} ledger entries."
        )
        for code, count in sorted(acts.refused.items()):
            self._say(f"  {count} acts could not be recorded: {code}")

    def _datasets(self, wanted: Any) -> None:
        self._say(f"A table and variants are datasets now; {len(wanted.columns)} columns are asked")
        self._say("for, and the genotypes. No identifier can be.")

    def _request(self, request_id: str) -> None:
        self._say(f"A researcher asks ({request_id}); the access body finds it complete.")

    def _ethics(self, outcome: tuple[int, str]) -> None:
        self._say(f"The committee votes blindly, {outcome[0]} votes: {outcome[1]}.")
        self._say("Evidence for the condition is accepted, and the minutes are approved.")

    def _permit(self, regime: str) -> None:
        self._say(f"A permit is issued; it is judged under the regime: {regime}.")

    def _release(self, outcome: tuple[str, Delivered]) -> None:
        release_id, delivered = outcome
        frozen = delivered.frozen
        self._say(f"Two officers sign. Release {release_id} is frozen at position")
        self._say(f"{frozen.position}, {frozen.time:%Y-%m-%d %H:%M:%S} UTC.")
        table = Table(title=f"{delivered.people} of {delivered.considered} people are in")
        table.add_column("rule")
        table.add_column("left out by it", justify="right")
        table.add_column("because")
        for rule, count in delivered.refused_by_rule.items():
            shown = str(count) if count >= FEWEST_SHOWN else f"under {FEWEST_SHOWN}"
            table.add_row(rule, shown, RULES_IN_WORDS.get(rule, rule))
        self.console.print(table)
        report = delivered.built.table_report
        if report is not None:
            self._say(f"k = {report.k}: {report.loss:.1%} of quasi-identifying cells are blanked.")
        variants = delivered.built.variants_report
        if variants is not None:
            self._say(f"{variants.sites_out} of {variants.sites_in} sites are left.")
        self._say(f"Package: {delivered.folder}")

    def _minds_changed(self, changed: Any) -> None:
        self._say("Of those who were in, one withdraws everything and one opts out.")
        self._say("The next release under the same permit:")

    def _withdrew(self, explanation: Explanation) -> None:
        self._explain("who withdrew", explanation)

    def _opted_out(self, explanation: Explanation) -> None:
        self._explain("who opted out after the permit was issued", explanation)

    def _explain(self, who: str, explanation: Explanation) -> None:
        where = "was in" if explanation.was_in else "was left out"
        self._say(f"As of position {explanation.frozen.position}, she {who} {where}.")
        for rule in explanation.refused_by:
            self._say(f"  {rule}: {RULES_IN_WORDS.get(rule, rule)}")

    def _replay(self, replayed: Replayed) -> None:
        same = "gives the same" if replayed.same else "DIFFERS"
        self._say(f"The first release, made again for its {replayed.people} people, {same}.")

    def _ledger(self, checked: Any) -> None:
        state = "IS BROKEN" if checked.findings else "agrees with its signed checkpoint"
        self._say(f"The ledger holds {checked.entries} entries, was hashed anew, and {state}.")
