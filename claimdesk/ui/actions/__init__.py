"""Everything that can be done, in one registry: menus, tool bar and keys are made from it."""
