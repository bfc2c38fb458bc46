"""A share -> the figure a reader is told; all and nothing are said only where they are meant."""

from __future__ import annotations


def percent(part: float, whole: float = 1) -> str:
    """Whole percents between 1 and 99, one decimal beyond: 62%, 99.4%.

    ">99.9%" is nearly all, but not all, and "<0.1%" not nothing.
    """
    if part >= whole or part <= 0:
        return "100%" if part >= whole else "0%"
    tenths = 1000 * part / whole
    if tenths > 999:
        return ">99.9%"
    if tenths < 1:
        return "<0.1%"
    if 10 <= tenths < 990:
        # Half up, as a reader would: 0.625 is 63 %.
        return f"{min(int(tenths / 10 + 0.5), 99)}%"
    return f"{int(tenths + 0.5) / 10:.1f}%"
