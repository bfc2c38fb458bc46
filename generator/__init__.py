"""Jingwei (经纬): Chinese source texts -> a static, traceable knowledge site."""

import os

# Before numpy is loaded, wherever that is: its BLAS would start a thread for each processor, and a
# process with threads can't be forked safely. The matrices here are small.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
