"""The solver: lines of a newspaper page in, the articles they were cut from out.

`units` reads the lines, `kinds` says what each is, `features` compares every line with every
other, `chances` holds the nets, `rounds` lets their answers inform one another (`structure`),
`order` and `articles` pick the best whole, `joins` decides what is sure. Weights and language
tables are packaged; the script that makes them is `tests/bench/restoration/fit.py`.
"""
