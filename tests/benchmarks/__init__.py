"""Benchmarks: each by `python -m tests.benchmarks.<name>`, all of them by `make bench`."""
