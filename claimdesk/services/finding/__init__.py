"""Finding claims in a process of its own, paragraph by paragraph."""
