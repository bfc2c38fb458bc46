"""The solver: lines of a newspaper page in, the articles they were cut from out.

`units` reads the lines, `kinds` says what each is, `features` compares every line with every
other, `nets` turns that into chances, `rounds` lets the answers inform one another, `order` picks
the best whole, `joins` decides what is sure. Weights and language tables are packaged; the script
that makes them is `tests/bench/restoration/fit.py`.
"""
