#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A journey through the installed Flatpak, as a person makes it.

Usage: journey.py APPLICATION_ID
Needs a display and a bus of its own.  PICTURES is the folder for what was seen.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests/e2e"))
from person import Atspi, Person, get_states, has_manager, use_tool, wait_for  # noqa: E402

PICTURES = pathlib.Path(os.environ["PICTURES"])
LONG_S = 300
SETTLING_S = 0.5
N_STEPS_AT_MOST = 60
N_STEPS_OF_WIZARD = 5


class SandboxedPerson(Person):
    """Processes have other numbers inside the sandbox, so the program goes by its name here."""

    def __init__(self, application_id, *arguments):
        super().__init__("flatpak", "run", "--user", "--env=GSK_RENDERER=cairo",
                         "--env=GTK_A11Y=atspi", application_id, *arguments)

    def find_application(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended at once with {self.process.returncode}")
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and "steelyard" in child.get_name().lower():
                return child
        return None

    def click(self, thing):
        """As a screen reader does: newer toolkits tell other places than the one that the person
        of the other journeys knows."""
        wait_for("something to be sensitive", lambda: "sensitive" in get_states(thing))
        Atspi.Action.do_action(thing.get_action_iface(), 0)

    def walk_to(self, role):
        """With the Tab key, until the focus is on such a thing."""
        for _ in range(N_STEPS_AT_MOST):
            if self.list_focused(role):
                return
            self.press("Tab")
            time.sleep(SETTLING_S)
        raise AssertionError(f"the focus never came to a {role}")

    def list_x_windows(self):
        return list_windows("steelyard")


def list_windows(kind):
    done = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", kind], check=False,
                          encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return done.stdout.split()


def take_picture(name):
    time.sleep(SETTLING_S)
    subprocess.run(["import", "-window", "root", PICTURES / f"{name}.png"], check=True)


def measure(person):
    """Measure Now, and its result"""
    person.click_button("Measure Now")
    person.find("push button", "Stop")
    take_picture("measuring")
    wait_for("the end", lambda: not person.list_things("push button", "Stop"), LONG_S)
    take_picture("result")


def save_by_portal(person, path, ending):
    """To where the sandbox sees nothing else, from the dialog that has the button."""
    person.click_button("Save…")
    number = wait_for("the portal's dialog", lambda: list_windows("xdg-desktop-portal"))[-1]
    wait_for("the keys", lambda: use_tool("getactivewindow").strip() == number)
    take_picture(f"portal-{path.stem}")
    person.press("ctrl+a")
    person.write(str(path))
    take_picture(f"portal-{path.stem}-named")
    person.press("Return")
    wait_for(f"the whole {path}",
             lambda: path.exists() and path.read_bytes().rstrip().endswith(ending))
    shutil.copy(path, PICTURES)
    person.wait_for_keys("Steelyard")
    take_picture(f"saved-{path.stem}")


def save_picture(person):
    """A chart saved through the portal"""
    person.find("push button", "Save or Copy")
    person.walk_to("image")
    person.press("ctrl+s")
    person.wait_for_keys("Save Picture")
    save_by_portal(person, pathlib.Path(tempfile.mkdtemp(), "chart.svg"), b"</svg>")


def decide(person):
    """A decision, unsure of everything, and its report saved through the portal"""
    person.press("ctrl+d")
    for step in range(1, N_STEPS_OF_WIZARD):
        person.read(f"Step {step} of {N_STEPS_OF_WIZARD}")
        take_picture(f"wizard-{step}")
        person.click_button("Next")
    person.read(f"Step {N_STEPS_OF_WIZARD} of {N_STEPS_OF_WIZARD}")
    take_picture(f"wizard-{N_STEPS_OF_WIZARD}")
    person.click_button("Decide Without")
    person.find("push button", "Export…")
    take_picture("decision")
    person.click_button("Export…")
    person.wait_for_keys("Export Decision")
    save_by_portal(person, pathlib.Path(tempfile.mkdtemp(), "report.pdf"), b"%%EOF")


# Each is a function of the person; the next begins where the one before it ended.
STEPS = [measure, save_picture, decide]


def travel(application_id):
    with SandboxedPerson(application_id) as person:
        take_picture("start")
        for step in STEPS:
            started = time.monotonic()
            step(person)
            print(f"{time.monotonic() - started:5.0f} s  {step.__doc__}", flush=True)


def main(application_id):
    with subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as manager:
        wait_for("the window manager", has_manager)
        try:
            travel(application_id)
        finally:
            manager.terminate()


if __name__ == "__main__":
    main(sys.argv[1])
