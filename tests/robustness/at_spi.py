"""Run by the system's Python, which has pyatspi: finds the window as a screen reader does, prints
what it hears as JSON, and presses a status button."""

import json
import sys
import time

import pyatspi

WAIT = 30


def application(name):
    """The program, as soon as it is known to the bus."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        for one in pyatspi.Registry.getDesktop(0):
            if one is not None and name in (one.name or "").lower():
                return one
        time.sleep(0.3)
    there = [one.name for one in pyatspi.Registry.getDesktop(0) if one is not None]
    sys.exit(f"the program is not on the accessibility bus, just {there}")


def walk(node, depth=0):
    """A node and all below it; of long lists only the beginning."""
    yield node
    if depth > 30:
        return
    for place in range(min(node.childCount, 40)):
        child = node.getChildAtIndex(place)
        if child is not None:
            yield from walk(child, depth + 1)


def press(button):
    """Press a button by the action that says so."""
    action = button.queryAction()
    names = [action.getName(place).lower() for place in range(action.nActions)]
    place = next((names.index(name) for name in ("press", "toggle") if name in names), None)
    if place is None or not action.doAction(place):
        sys.exit(f"the button cannot be pressed, only {names}")


def main():
    program = application("claimdesk")
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        found = [(node.getRoleName(), node.name or "", node) for node in walk(program)]
        buttons = [one for _role, name, one in found if "false, key 5" in name]
        if buttons:
            break
        time.sleep(0.5)
    else:
        sys.exit(f"no status button among {sorted({name for _r, name, _n in found})[:80]}")
    press(buttons[0])
    time.sleep(3)
    json.dump(sorted({f"{role}: {name}" for role, name, _node in found if name}), sys.stdout)


main()
