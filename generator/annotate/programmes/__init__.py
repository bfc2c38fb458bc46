"""Prose -> programmes: policy shorthand with a count, and its members where the text lists them."""

from generator.annotate.programmes.find import find_programmes

__all__ = ["find_programmes"]
