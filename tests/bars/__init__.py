"""The bars that every page has to clear: words, looks, weight, steps, and senseless requests.

A page is visited as ``visits.py`` says; a page that is not in it fails. A part of the bars runs
with every ``make test``; ``make bars`` holds every page in every language, size and way.
"""
