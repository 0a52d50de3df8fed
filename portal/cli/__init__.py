"""The command line: acts as an operator, and only through what ``governance.service`` offers."""
