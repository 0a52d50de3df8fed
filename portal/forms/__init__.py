"""What people send: each form a class of fields, its faults worded beside the field."""
