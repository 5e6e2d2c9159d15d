"""Changes for places that their laptop may not hold any more: kept whole until somebody in the office decides."""
