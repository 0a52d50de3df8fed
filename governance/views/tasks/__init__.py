"""What waits for whoever has signed in, whatever she is."""

from governance.views.tasks.questions import Tasks
from governance.views.tasks.task import Task, TaskCode

__all__ = ["Task", "TaskCode", "Tasks"]
