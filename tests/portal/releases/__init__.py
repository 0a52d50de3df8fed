"""Releases in the portal: preparing, signing, carrying out, and what is shown of each."""
