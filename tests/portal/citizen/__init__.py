"""What citizens see and decide in the portal."""
