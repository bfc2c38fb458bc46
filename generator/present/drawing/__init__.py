"""Values -> where they are drawn; no HTML, no chance: the same values give the same drawing.

Across, places are per cent of the width, so that one drawing fits a telephone and a desk; down,
they are pixels, so that letters keep their size. What must not overlap is measured on the
narrowest screen.
"""
