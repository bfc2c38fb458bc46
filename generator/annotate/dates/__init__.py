"""Prose -> dates: time expressions as EDTF, each with how it was read.

Three steps: `pattern.py` says where one stands, `tokens.py` what its words say, `settle.py` which
day, month or year that is, by the day of publication and by what was said before.
"""

from generator.annotate.dates.find import find_dates

__all__ = ["find_dates"]
