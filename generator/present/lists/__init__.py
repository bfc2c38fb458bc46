"""Views -> HTML of whole lists, in one go: what stands on pages by the thousand.

Templates keep the structure of a page and call these for what it lists: a loop of a template costs
five times as much. Everything is escaped here.
"""
