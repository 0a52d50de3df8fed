"""What leaves this house by itself: to whom, how it is signed, and where it never goes."""
