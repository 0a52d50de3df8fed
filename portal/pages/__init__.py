"""Pages, one room per reader: each asks a view or carries out a command, and draws a template.

A page holds no rule: what may be seen and done is what views and commands answer.
"""
