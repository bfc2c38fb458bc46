"""Files that people write (TOML, front matter) -> checked values, with every mistake collected."""
