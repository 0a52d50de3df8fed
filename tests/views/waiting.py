"""What somebody is told that waits for her."""

from __future__ import annotations

from governance.views.tasks import Task, TaskCode, Tasks
from tests.views.household import Household
from tests.views.office import Office


async def tasks(office: Office | Household, who: str) -> list[Task]:
    """Her tasks, the soonest due first."""
    return list(await office.asks(who, Tasks()))


async def codes(office: Office | Household, who: str) -> list[TaskCode]:
    """What they are."""
    return [task.code for task in await tasks(office, who)]
