# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the window: looks by way of the accessibility bus, acts by pointer and keys.

What is looked for is waited for, up to a limit that no machine should need; nothing else waits.
"""

import os
import pathlib
import re
import subprocess
import sys
import time
import warnings

import gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  pylint: disable=wrong-import-position

# The plain calls are called deprecated, and their successors are missing in older releases.
warnings.simplefilter("ignore", DeprecationWarning)

PATIENCE_S = 60 * float(os.environ.get("PATIENCE", "1"))
GLANCE_S = 0.03

# So far from the edge of what scrolls a click is safe.
MARGIN = 12

# A young program may not answer yet: ask again rather than wait for the bus.
Atspi.init()
Atspi.set_timeout(1500, 1500)

# Said by the toolkit about itself, whatever a program does.
HARMLESS = re.compile(r"Screen coordinates not supported|atk-bridge|Failed to set fd limit")
COMPLAINT = re.compile(r"\b(WARNING|CRITICAL|ERROR)\b|Sanitizer|runtime error")


class Missing(AssertionError):
    pass


def wait_for(what, condition, seconds=PATIENCE_S):
    """The first true value of a condition.  What goes away while it is looked at is looked for
    again: the bus says of it, too, that its application were no more."""
    limit = time.monotonic() + seconds
    problem = None
    while time.monotonic() < limit:
        try:
            value = condition()
            if value:
                return value
        except GLib.Error as error:
            problem = error
        time.sleep(GLANCE_S)
    because = f" ({problem.message})" if problem else ""
    raise Missing(f"{what}: not within {seconds:.0f} s{because}")


def list_seen(thing):
    """A thing and everything in it that has a size, in the order of reading.  GTK 4.8 says of
    toplevels alone that they show; what was never shown has no size."""
    extents = get_extents(thing)
    if extents is not None and extents[2:] == (0, 0):
        return
    yield thing
    for index in range(thing.get_child_count()):
        child = thing.get_child_at_index(index)
        if child is not None:
            yield from list_seen(child)


def get_name(thing):
    """GTK 4.8 says a mnemonic's text twice, “_Next Next”, once with its mark."""
    name = (thing.get_name() or "").strip()
    for index in range(1, len(name)):
        if name[index] == " " and name[:index].replace("_", "", 1) == name[index + 1:]:
            return name[index + 1:]
    return re.sub(r"_(?=\w)", "", name)


def get_states(thing):
    return {state.value_nick for state in thing.get_state_set().get_states()}


def get_extents(thing):
    component = thing.get_component_iface()
    if component is None:
        return None
    extents = Atspi.Component.get_extents(component, Atspi.CoordType.WINDOW)
    return extents.x, extents.y, extents.width, extents.height


def get_text(thing):
    return Atspi.Text.get_text(thing, 0, Atspi.Text.get_character_count(thing))


def get_toplevel(thing):
    while thing.get_parent() is not None and thing.get_parent().get_role_name() != "application":
        thing = thing.get_parent()
    return thing


def get_pane(thing):
    """The outermost of what a thing scrolls in; nothing where it always stands in sight."""
    pane = None
    while thing is not None:
        pane = thing if thing.get_role_name() == "scroll pane" else pane
        thing = thing.get_parent()
    return pane


def tell_direction(thing, pane):
    """-1 where a thing's middle is above what is in sight, 1 where it is below."""
    _, y, _, height = get_extents(thing)
    _, top, _, pane_height = get_extents(pane)
    middle = y + height / 2
    return (middle > top + pane_height - MARGIN) - (middle < top + MARGIN)


def is_still(thing):
    before = get_extents(thing)
    time.sleep(GLANCE_S)
    return before[2:] != (0, 0) and get_extents(thing) == before


def matches(pattern, name):
    return re.fullmatch(pattern, name, re.DOTALL) is not None


def use_tool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], check=True, encoding="utf-8",
                          stdout=subprocess.PIPE).stdout


def ask_active(*more):
    """Of the window with the keys; empty while one gives them to another."""
    return subprocess.run(["xdotool", "getactivewindow", *more], check=False, encoding="utf-8",
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.strip()


def has_manager():
    """Without a window manager, nobody gives a new dialog the keys."""
    return subprocess.run(["xdotool", "get_desktop"], check=False, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL).returncode == 0


class Person:
    """Starts the program and uses it; a context, at whose end the program has ended well."""

    def __init__(self, program, *arguments, **environment):
        self.process = subprocess.Popen([program, *map(str, arguments)], encoding="utf-8",
                                        env={**os.environ, **environment}, stderr=subprocess.PIPE)
        self.application = wait_for("the program on the bus", self.find_application)
        wait_for("a window", self.has_window)

    def __enter__(self):
        return self

    def __exit__(self, kind, *rest):
        if kind is not None:
            self.tell_all()
        elif self.process.poll() is None:
            self.press("ctrl+q")
        self.end(kind is None)

    def end(self, is_due_well):
        try:
            _, said = self.process.communicate(timeout=PATIENCE_S if is_due_well else 1)
        except subprocess.TimeoutExpired:
            self.process.kill()
            _, said = self.process.communicate()
        complaints = [line for line in said.splitlines()
                      if COMPLAINT.search(line) and not HARMLESS.search(line)]
        if not is_due_well or self.process.returncode != 0 or complaints:
            print(said, file=sys.stderr)
        if is_due_well and (self.process.returncode != 0 or complaints):
            raise AssertionError(f"the program ended with {self.process.returncode}")

    def tell_all(self):
        """What could be seen when something was missing."""
        folder = os.environ.get("PICTURES")
        if folder is not None:
            path = pathlib.Path(folder, f"missing-{self.process.pid}.png")
            subprocess.run(["import", "-window", "root", path], check=False)
        try:
            for thing in list_seen(self.application):
                if get_name(thing):
                    print("#", thing.get_role_name(), repr(get_name(thing)), get_extents(thing),
                          file=sys.stderr)
        except GLib.Error as error:
            print("#", error.message, file=sys.stderr)

    def has_window(self):
        return any(frame.get_child_count() > 0 for frame in self.list_things("frame", ".*"))

    def find_application(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended at once with {self.process.returncode}")
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def list_things(self, role, pattern, under=None):
        return [thing for thing in list_seen(under or self.application)
                if matches(role, thing.get_role_name()) and matches(pattern, get_name(thing))]

    def find(self, role, pattern, under=None, seconds=PATIENCE_S):
        """The last one is the topmost, in a dialog before the window below it."""
        return wait_for(f"{role} “{pattern}”",
                        lambda: (self.list_things(role, pattern, under) or [None])[-1], seconds)

    def read(self, pattern, seconds=PATIENCE_S):
        """Waits for a text and gives it."""
        return get_name(self.find("label", pattern, seconds=seconds))

    def list_x_windows(self):
        done = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid",
                               str(self.process.pid)], check=False, encoding="utf-8",
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return done.stdout.split()

    def close(self, act):
        """What closes the window that has the keys.  GTK 4.8 crashes where a window is looked at
        while it closes, so that its end is awaited on the screen."""
        number = ask_active()
        act()
        wait_for("a window to close", lambda: number not in self.list_x_windows())
        wait_for("the bus to know", lambda: self.application.get_child_count()
                 == len(self.list_x_windows()))

    def find_x_window(self, name):
        """The one with the keys, where there are several of that name."""
        numbers = [number for number in self.list_x_windows()
                   if use_tool("getwindowname", number).strip() == name]
        active = ask_active()
        return active if active in numbers else (numbers or [None])[0]

    def wait_for_keys(self, name):
        """Until what is written goes to the window of that name."""
        wait_for(f"the keys for “{name}”",
                 lambda: ask_active("getwindowname") == name)

    def bring_entry(self, dialog):
        """Opening begins with a list of files, in which a slash brings the entry."""
        entries = self.list_focused("text", ".*", dialog)
        if not entries:
            self.write("/")
        return entries[0] if entries else None

    def name_file(self, ask, path):
        """Writes a path into the dialog that asking brings."""
        before = self.list_x_windows()
        ask()
        wait_for("a dialog with the keys", lambda: ask_active()
                 in set(self.list_x_windows()) - set(before))
        dialog = self.application.get_child_at_index(self.application.get_child_count() - 1)
        entry = wait_for("an entry for the path", lambda: self.bring_entry(dialog))
        wait_for("the entry to be filled", lambda: get_text(entry) != "")
        self.press("ctrl+a")
        self.write(str(path))
        wait_for(f"“{path}” in the entry", lambda: get_text(entry) == str(path))
        self.close(lambda: self.press("Return"))

    def point_at(self, thing, from_end=None):
        """Where a thing's middle, or its end, is in its window, whose shadow surrounds what is
        told of it."""
        toplevel = get_toplevel(thing)
        number = wait_for("a window on the screen", lambda: self.find_x_window(toplevel.get_name()))
        size = dict(line.split("=")
                    for line in use_tool("getwindowgeometry", "--shell", number).split())
        _, _, width, height = get_extents(toplevel)
        x, y, own_width, own_height = get_extents(thing)
        across = own_width // 2 if from_end is None else own_width - from_end
        return (number, (int(size["WIDTH"]) - width) // 2 + x + across,
                (int(size["HEIGHT"]) - height) // 2 + y + own_height // 2)

    def scroll_to(self, thing):
        """Turns the wheel, at the margin of what a thing scrolls in, until it is in sight."""
        pane = get_pane(thing)
        while pane is not None and tell_direction(thing, pane) != 0:
            before = get_extents(thing)
            number, x, y = self.point_at(pane, MARGIN)
            use_tool("mousemove", "--window", number, x, y,
                     "click", 4 if tell_direction(thing, pane) < 0 else 5)
            wait_for("what is scrolled to move", lambda: get_extents(thing) != before)
            wait_for("something to stand still", lambda: is_still(thing))

    def click(self, thing):
        """At a hand's pace, and no faster than the window answers: a toolkit takes what comes
        within one frame for a touch of chance."""
        wait_for("something to be sensitive", lambda: "sensitive" in get_states(thing))
        wait_for("something to stand still", lambda: is_still(thing))
        self.scroll_to(thing)
        number, x, y = self.point_at(thing)
        use_tool("mousemove", "--window", number, x, y, "sleep", 0.08)
        wait_for("an answer to the pointer", lambda: is_still(thing))
        use_tool("mousedown", 1, "sleep", 0.06)
        wait_for("an answer to the button", lambda: is_still(thing))
        use_tool("mouseup", 1)

    def click_button(self, pattern):
        self.click(self.find("push button", pattern))

    def list_focused(self, role=".*", pattern=".*", under=None):
        return [thing for thing in self.list_things(role, pattern, under)
                if "focused" in get_states(thing)]

    def find_focused(self, role=".*", pattern=".*", under=None):
        """Waits for the focus to be on such a thing."""
        return wait_for(f"the focus on {role} “{pattern}”",
                        lambda: self.list_focused(role, pattern, under))[0]

    def get_focused(self):
        """No further than it is: a page of a thousand things takes seconds to be walked through."""
        return next((thing for thing in list_seen(self.application)
                     if "focused" in get_states(thing)), None)

    def tab_to(self, role, pattern, key="Tab"):
        """Presses the Tab key until the focus is on such a thing, or has been everywhere.  Where an
        entry has it is not told, so that the way leads round those."""
        been = []
        focused = wait_for("a look round", lambda: [self.get_focused()])[0]
        while focused is None or not (matches(role, focused.get_role_name())
                                      and matches(pattern, get_name(focused))):
            if focused in been:
                raise Missing(f"{role} “{pattern}”: the Tab key does not come there")
            before = focused
            been.append(focused)
            self.press(key)
            focused = wait_for("the focus to move", lambda: self.get_moved(before))
        return focused

    def get_moved(self, before):
        focused = self.get_focused()
        return focused if focused != before else None

    def choose(self, item):
        """From a menu, as a screen reader does: where it is, GTK 4.8 does not tell."""
        thing = self.find("menu item", item)
        wait_for(f"the menu to be ready for “{item}”", lambda: is_still(thing))
        Atspi.Action.do_action(thing.get_action_iface(), 0)

    def press(self, *keys):
        use_tool("key", "--delay", 40, *keys)

    def write(self, text):
        use_tool("type", "--delay", 10, text)

    def fill(self, thing, text):
        """Writes into an entry or a spin button in place of what stands there."""
        self.click(thing)
        wait_for("the focus", lambda: "focused" in get_states(thing))
        self.press("ctrl+a")
        self.write(text)
        wait_for(f"“{text}” in the entry", lambda: get_text(thing) == text)
