"""The review of what the detector proposes."""
