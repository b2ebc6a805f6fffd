"""Qt item models: they read, they never write."""
