"""An outside checker of cohort releases: it imports nothing of ours and reads the acts itself."""
