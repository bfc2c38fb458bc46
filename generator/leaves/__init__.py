"""Pure function, items -> its results in the order of the items, on as many cores as one likes.

The promise: what comes out never depends on how many processes worked on it. A leaf that hangs
or kills its process costs its own result (`TimedOut`, `Died`) and no other.
"""

from generator.leaves.outcome import Died, LeafError, TimedOut
from generator.leaves.run import map_leaves

__all__ = ["Died", "LeafError", "TimedOut", "map_leaves"]
