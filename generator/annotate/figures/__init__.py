"""Prose -> figures: what is counted or measured, how much, and for when it holds.

`numerals` finds numerals that could be amounts, `amounts` reads value and unit and refuses what is
none (ordinals, names, times, idioms), `qualifiers`, `about` and `moment` read what stands around.
"""

from generator.annotate.figures.find import find_figures

__all__ = ["find_figures"]
