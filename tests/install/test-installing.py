#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything is installed where it belongs, and nothing else is."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import tap

ID = "io.github.steelyard_app.Steelyard"
WANTED = {
    "bin/steelyard",
    "bin/steelyard-cli",
    f"share/applications/{ID}.desktop",
    "share/bash-completion/completions/steelyard-cli",
    f"share/dbus-1/services/{ID}.service",
    "share/fish/vendor_completions.d/steelyard-cli.fish",
    f"share/glib-2.0/schemas/{ID}.gschema.xml",
    f"share/icons/hicolor/scalable/apps/{ID}.svg",
    f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
    "share/man/man1/steelyard-cli.1",
    "share/man/man1/steelyard.1",
    f"share/metainfo/{ID}.metainfo.xml",
    f"share/mime/packages/{ID}.xml",
    "share/steelyard/run.schema.json",
    "share/zsh/site-functions/_steelyard-cli",
}
MESON, BUILD, PREFIX = sys.argv[1:4]
RUN = pathlib.Path(__file__).parents[1] / "fuzz/corpus/run/whole.json"
# Translations and forms of documents are as many as there are.
ALSO = re.compile(r"share/locale/[^/]+/LC_MESSAGES/steelyard\.mo|"
                  r"share/steelyard/[a-z-]+\.schema\.json")


def install(root):
    subprocess.run([MESON, "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", root],
                   check=True, stdout=sys.stderr)


def list_files(root):
    return {str(path.relative_to(root)) for path in root.rglob("*") if not path.is_dir()}


def check_files(root):
    """the files are those that are wanted"""
    found = list_files(root)
    yield from (f"missing: {name}" for name in sorted(WANTED - found))
    yield from (f"not expected: {name}" for name in sorted(found - WANTED)
                if not ALSO.fullmatch(name))


def check_service(root):
    """the bus starts the program from where it is"""
    text = (root / f"share/dbus-1/services/{ID}.service").read_text()
    if f"\nExec={PREFIX}/bin/steelyard --gapplication-service\n" not in text:
        yield text


def check_version(root):
    """both programs start, and are of one version"""
    said = [subprocess.run([root / "bin" / name, "--version"], capture_output=True, check=True,
                           text=True).stdout.split() for name in ["steelyard", "steelyard-cli"]]
    if said[0][1] != said[1][1]:
        yield f"{said}"


def check_type(root):
    """a saved run is known by its name, and by what is in it"""
    subprocess.run(["update-mime-database", root / "share/mime"], check=True, stdout=sys.stderr)
    text = RUN.read_text()
    for name, is_known in [("a.steelyard.json", True), ("a-run", True), ("a.json", False)]:
        path = root / name
        path.write_text(text)
        said = subprocess.run(["gio", "info", "-a", "standard::content-type", path], check=True,
                              env={**os.environ, "XDG_DATA_HOME": str(root / "share")},
                              capture_output=True, text=True).stdout
        if ("x-steelyard-run+json" in said) != is_known:
            yield f"{name}: {said}"


if __name__ == "__main__":
    result = tap.Tap()
    with tempfile.TemporaryDirectory() as place:
        install(place)
        installed = pathlib.Path(place, *pathlib.Path(PREFIX).parts[1:])
        for check in [check_files, check_service, check_version]:
            result.report(check.__doc__, list(check(installed)))
        if shutil.which("update-mime-database") and shutil.which("gio"):
            result.report(check_type.__doc__, list(check_type(installed)))
        else:
            result.skip(check_type.__doc__, "no shared-mime-info here")
    sys.exit(result.finish())
