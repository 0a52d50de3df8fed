"""You may add a question, if its first argument is who is asking.

One file per reader. A question is a value, as a command is; ``governance.service.ask`` judges
whether she may ask, and the last step of every answer leaves only the fields that the visibility
table shows her.
"""
