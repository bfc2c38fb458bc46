"""Jingwei (经纬): Chinese source texts -> a static, traceable knowledge site."""

__version__ = "0.1.0"
