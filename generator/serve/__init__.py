"""Preview server: shows the built site on this machine, rebuilds on a change, reloads browsers."""
