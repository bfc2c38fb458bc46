"""The stages in order; the one place that joins what is pure with what reads and writes."""
