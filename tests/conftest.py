"""Settings for every test: the same examples on every run."""

from __future__ import annotations

import os

from hypothesis import settings

# Examples are drawn from a fixed seed so that a red run can be repeated by anyone;
# JINGWEI_HYPOTHESIS=search looks further, with new examples each time.
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=60)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("JINGWEI_HYPOTHESIS", "steady"))
