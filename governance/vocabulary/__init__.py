"""The words every other room uses: codes, instants, erasable values. It knows nothing above it."""
