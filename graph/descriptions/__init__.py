"""What the schema says of each type, field, argument and value: in the field's own terms.

A type says what the value that it shows says of itself; a field too, where it was said there. The
rest stands in the tables beside this file: a name has one meaning, whatever it is a field of.
"""

from graph.descriptions.found import of_argument, of_field, of_type, of_value

__all__ = ["of_argument", "of_field", "of_type", "of_value"]
