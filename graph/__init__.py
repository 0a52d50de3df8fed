"""You may expose what governance already answers; a resolver longer than six lines is a missing
view or command.
"""
