"""What takes records out: read, left out, written, and refused."""
