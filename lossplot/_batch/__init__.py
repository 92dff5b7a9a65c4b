"""Many figures at once: a TOML file -> tasks -> files, where only what changed is drawn, by all cores."""
