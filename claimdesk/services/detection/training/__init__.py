"""Training of the model, with numpy and scipy; nothing at run time imports it."""
