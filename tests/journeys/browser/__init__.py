"""Journeys of people through the portal: a real browser without JavaScript, a keyboard alone."""
