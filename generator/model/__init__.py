"""The nouns: frozen types that pass between stages. Imports nothing else of ours."""
