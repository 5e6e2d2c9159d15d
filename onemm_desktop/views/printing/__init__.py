"""Papers of one event: made in the background, seen before they are printed, saved or sent to a printer."""
