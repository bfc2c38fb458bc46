"""Staged pages and sources -> problems; shares no code with weave."""
