# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks share: the files they look at and the protocol they answer in."""

import os
import pathlib
import sys
import tempfile

SKIPPED_FOLDERS = {".git", "corpus", "__pycache__"}


def read_tree(root):
    """All text files below root as {relative path: text}."""
    files = {}
    for folder, folders, names in os.walk(root):
        place = pathlib.Path(folder)
        is_top = place == pathlib.Path(root)
        # Whatever is built may be as large as a whole system.
        folders[:] = sorted(name for name in folders if name not in SKIPPED_FOLDERS
                            and not (is_top and name.startswith("build")))
        for path in sorted(place / name for name in names):
            try:
                files[str(path.relative_to(root))] = path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue
    return files


def write_tree(root, files):
    for name, text in files.items():
        path = pathlib.Path(root, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


class Tap:
    def __init__(self):
        self.n_reported = 0
        self.n_failed = 0

    def report(self, name, complaints):
        self.n_reported += 1
        self.n_failed += bool(complaints)
        for complaint in complaints:
            print(complaint, file=sys.stderr)
        print("not ok" if complaints else "ok", self.n_reported, "-", name)

    def skip(self, name, reason):
        self.n_reported += 1
        print("ok", self.n_reported, "-", name, "# SKIP", reason)

    def finish(self):
        print(f"1..{self.n_reported}")
        return 1 if self.n_failed else 0


def run_rules(rules, files):
    """Each rule is a function from the files to its complaints; its doc string is its name."""
    tap = Tap()
    for rule in rules:
        tap.report(rule.__doc__, list(rule(files)))
    return tap


def run_samples(rules, good, samples):
    """Each rule must be silent about the good tree and speak about each bad one of its own."""
    tap = Tap()
    for rule in rules:
        complaints = list(rule(good))
        tap.report(f"silent when good: {rule.__doc__}", complaints)
    for rule, name, text in samples:
        with tempfile.TemporaryDirectory() as root:
            write_tree(root, {**good, name: text})
            complaints = list(rule(read_tree(root)))
        is_found = any(complaint.startswith(name) for complaint in complaints)
        tap.report(f"finds a bad {name}: {rule.__doc__}",
                   [] if is_found else [f"not found in: {text[:60]!r}"])
    untried = [rule.__doc__ for rule in rules if rule not in {sample[0] for sample in samples}]
    tap.report("every rule has a bad sample", untried)
    return tap


def main(rules, good, samples):
    if sys.argv[1:] == ["--self-test"]:
        return run_samples(rules, good, samples).finish()
    return run_rules(rules, read_tree(sys.argv[1])).finish()
