"""Training of the detector's weights, with numpy and scipy; nothing at run time needs it."""
