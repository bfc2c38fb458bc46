"""Pages made from whole articles, with the answer: for fitting the solver's weights and measuring it."""
