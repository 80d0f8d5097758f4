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
from person import Atspi, Person, wait_for  # noqa: E402  pylint: disable=wrong-import-position

PICTURES = pathlib.Path(os.environ["PICTURES"])
LONG_S = 300
SETTLING_S = 0.5


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

    def find_x_window(self, toplevel):
        return find_window(toplevel.get_name())


def find_window(title):
    """The newest window on the screen with that title, whosever it is; none if there is none."""
    command = ["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"]
    numbers = subprocess.run(command, check=False, encoding="utf-8",
                             stdout=subprocess.PIPE).stdout.split()
    return numbers[-1] if numbers else None


def find_portal_window():
    command = ["xdotool", "search", "--onlyvisible", "--class", "xdg-desktop-portal"]
    numbers = subprocess.run(command, check=False, encoding="utf-8",
                             stdout=subprocess.PIPE).stdout.split()
    return numbers[-1] if numbers else None


def take_picture(name):
    time.sleep(SETTLING_S)
    subprocess.run(["import", "-window", "root", PICTURES / f"{name}.png"], check=True)


def measure(person):
    """Measure Now, and its result"""
    person.click_button("Measure Now")
    person.find("push button", "Stop")
    take_picture("measuring")
    person.is_gone("push button", "Stop", LONG_S)
    take_picture("result")


def save_picture(person):
    """A chart saved through the portal, into a folder that the sandbox does not see"""
    path = pathlib.Path(tempfile.mkdtemp(), "chart.svg")
    person.click_button("Save or Copy")
    person.find("menu item", "Save Picture…")
    person.press("Return")
    person.click_button("Save…")
    number = wait_for("the portal's dialog", find_portal_window)
    take_picture("portal")
    subprocess.run(["xdotool", "windowfocus", "--sync", number], check=True)
    person.press("ctrl+a")
    person.write(str(path))
    person.press("Return")
    wait_for(f"the picture {path}", path.exists)
    wait_for("the whole picture", lambda: path.read_text(encoding="utf-8").endswith("</svg>\n"))
    shutil.copy(path, PICTURES / "saved-by-portal.svg")
    take_picture("saved")


# Each is a function of the person; the next begins where the one before it ended.
STEPS = [measure, save_picture]


def main(application_id):
    with SandboxedPerson(application_id) as person:
        take_picture("start")
        for step in STEPS:
            started = time.monotonic()
            step(person)
            print(f"{time.monotonic() - started:5.0f} s  {step.__doc__}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
