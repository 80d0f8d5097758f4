#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: [SUITE=trixie] build.sh
# Builds the manifest, tests included, with nothing changed in it but the runtime, which is the
# local one; then makes a bundle of it.  To build the one to ship, see README.md here.

# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$0")/common.sh"

copy=$place/source
bundle=$place/$app_id.local.flatpak

# As it lies here, changes included, but without what was built.
copy_source () {
  rm -rf --one-file-system "$copy"
  mkdir -p "$copy"
  tar -C "$source_folder" --exclude='./build*' --exclude=./.git -cf - . | tar -C "$copy" -xf -
}

name_local_runtime () {
  python3 - "$copy/flatpak/$app_id.json" "$runtime_prefix" "$runtime_branch" <<'PYTHON'
import json
import pathlib
import sys

path = pathlib.Path(sys.argv[1])
manifest = json.loads(path.read_text())
manifest["runtime"] = sys.argv[2] + ".Platform"
manifest["sdk"] = sys.argv[2] + ".Sdk"
manifest["runtime-version"] = sys.argv[3]
path.write_text(json.dumps(manifest, indent=2))
PYTHON
}

build () {
  flatpak-builder --user --arch="$arch" --force-clean --disable-download --disable-cache \
    --state-dir="$place/state" --repo="$place/repository" --default-branch=local \
    "$place/app" "$copy/flatpak/$app_id.json"
}

step 'copying the source' copy_source
step 'naming the local runtime' name_local_runtime
step 'building and testing in the sandbox' build
step 'bundling' flatpak build-bundle "$place/repository" "$bundle" "$app_id" local
echo "$(stat -c %s "$bundle") bytes: $bundle"
