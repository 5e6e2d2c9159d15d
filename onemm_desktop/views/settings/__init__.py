"""Settings: how the copies stand, what this laptop is, how the window looks, which language it speaks."""
