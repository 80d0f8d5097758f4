# SPDX-License-Identifier: GPL-3.0-or-later
"""Journeys to a decision."""

import json
import os
import pathlib

from home import DECISIONS, LONG_S, go_to, list_runs, start, use_cli
from person import get_name, wait_for


def go_on_to(person, step, act):
    act()
    person.read(f"Step {step} of 5")


def answer_by_pointer(person):
    """All steps of a template, to the last one."""
    go_to(person, "Decisions")
    go_on_to(person, 1, lambda: person.click_button("New Decision"))
    person.click_button("Choose a Template")
    person.choose("Chat")
    for step in range(2, 6):
        go_on_to(person, step, lambda: person.click_button("Next"))


def export(person, ask, path):
    """From the dialog that asks for the form."""
    person.name_file(ask, path)
    wait_for(f"{path}", path.exists)
    person.wait_for_keys("Steelyard")


def decide():
    """a decision from a template, by the pointer, and its report on paper"""
    path = pathlib.Path(os.environ["HOME"], "report.pdf")
    with start() as person:
        answer_by_pointer(person)
        person.click_button("Decide Without")
        person.read("Chat")
        person.read("Because")
        person.click_button("Export…")
        person.wait_for_keys("Export Decision")
        export(person, lambda: person.click_button("Save…"), path)
    assert path.read_bytes().startswith(b"%PDF"), path
    assert len(list(DECISIONS.iterdir())) == 1


def list_priorities(person):
    return [get_name(row) for row in
            person.list_things("list item", ".*", person.find("list", "What matters, in order"))]


def choose_by_keys(person, item):
    person.tab_to("push button", "Choose")
    person.press("space")
    person.find("menu item", item)
    while not person.list_focused("menu item", item):
        before = person.get_focused()
        person.press("Down")
        wait_for("the next one", lambda: person.get_moved(before))
    person.press("Return")
    person.find_focused("push button", "Choose")


def reorder_by_keys(person):
    """Down and up again; the focus goes with what moves."""
    first, second, *others = list_priorities(person)
    person.find_focused("list item", first)
    person.press("alt+Down")
    wait_for("another order", lambda: list_priorities(person) == [second, first, *others])
    person.find_focused("list item", first)
    person.press("alt+Up")
    wait_for("the first order", lambda: list_priorities(person) == [first, second, *others])


def export_by_keys(person, key, summary, path):
    """The key chooses the form, whose summary is then shown."""
    person.tab_to("push button", "Export…")
    person.press("space")
    person.wait_for_keys("Export Decision")
    person.tab_to(".*", "Form")
    person.press("space", key, "Return")
    person.read(summary)
    person.press("Tab")
    export(person, lambda: person.press("Return"), path)
    return path.read_text(encoding="utf-8")


def decide_keyboard():
    """keys alone: a decision, its priorities in another order, handed over in two forms"""
    folder = pathlib.Path(os.environ["HOME"])
    with start() as person:
        person.find("push button", "Measure Now")
        go_on_to(person, 1, lambda: person.press("ctrl+d"))
        choose_by_keys(person, "Chat")
        for step in range(2, 6):
            person.tab_to("push button", "Next", "shift+Tab")
            go_on_to(person, step, lambda: person.press("space"))
        reorder_by_keys(person)
        person.tab_to("push button", "Decide Without", "shift+Tab")
        person.press("space")
        person.read("Because")
        report = export_by_keys(person, "Down", "One file that .*", folder / "report.html")
        record = export_by_keys(person, "End", "For the repository.*", folder / "record.md")
    assert "<html" in report
    assert "# Chat" in record


def read_dossier():
    """The one decision there is, and the observations that its runs are to the other program."""
    [path] = DECISIONS.iterdir()
    dossier = json.loads(path.read_text(encoding="utf-8"))
    profile = pathlib.Path(os.environ["HOME"], "profile.json")
    profile.write_text(json.dumps(dossier["profile"]), encoding="utf-8")
    evidence = [word for run in dossier["runs"] for word in ("--evidence", run)]
    decision, _ = use_cli("decide", "--profile", profile, *evidence)
    return dossier, decision["observations"]


def find_evidence(person):
    """The run is named: where it counts, as what the answer rests on; else as why it does not."""
    dossier, observations = read_dossier()
    [run] = dossier["runs"]
    assert run == list_runs()[0].stem, dossier["runs"]
    print(f"# what was measured counts as {len(observations)} observations", flush=True)
    if not observations:
        person.read(f"The run {run} does not count: .*")
        return run
    person.read(f"It rests on {len(observations)} measurements? · .*")
    person.click_button("Method")
    person.find("push button", "Your Run")
    return run


def hand_over(person, form, path):
    """By the pointer, in the form of that name."""
    person.click_button("Export…")
    person.wait_for_keys("Export Decision")
    person.click(person.find("combo box", "Form"))
    person.click(person.find("list item|menu item|label", form))
    export(person, lambda: person.click_button("Save…"), path)
    return path.read_bytes()


def decide_measured():
    """a decision that is measured for first, handed over in three forms, and confirmed"""
    folder = pathlib.Path(os.environ["HOME"])
    with start() as person:
        answer_by_pointer(person)
        person.click_button("Measure This · [0-9]+ s")
        person.read("Turn [0-9]+ of [0-9]+: .*")
        wait_for("a saved run", lambda: len(list_runs()) == 1, LONG_S)
        person.read("Because")
        run = find_evidence(person)
        assert hand_over(person, "Report on Paper", folder / "report.pdf").startswith(b"%PDF")
        assert run.encode() in hand_over(person, "Report for Browsers", folder / "report.html")
        record = hand_over(person, "Decision Record", folder / "record.md")
        assert run.encode() in record and b"confirm -- 'record.md'" in record
    found, status = use_cli("confirm", folder / "record.md")
    assert status == {"holds": 0, "unknown": 1, "no-longer-holds": 3}[found["outcome"]], found
    assert len(list_runs()) == (2 if found["relations"] else 1), found
