"""Outgoing formats, one module each, all fed by one content builder."""
