#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: publish.sh REPOSITORY URL BRANCH RUNTIME-REPOSITORY FILE [GPG-KEY]
# Readies an OSTree repository that flatpak-builder exported to for being served below URL as a
# remote of one's own, and writes the .flatpakref by which people install from it.
# RUNTIME-REPOSITORY is where they get the runtime from, for example
# https://dl.flathub.org/repo/flathub.flatpakrepo, or empty where they have it.  With a key
# everything is signed, and checked when it is installed.

set -euo pipefail

repository=$1 url=$2 branch=$3 runtime_repository=$4 file=$5 key=${6:-}
app_id=io.github.steelyard_app.Steelyard

signing=()
if [ -n "$key" ]; then
  signing=(--gpg-sign="$key")
  flatpak build-sign "${signing[@]}" "$repository" "$app_id" "$branch"
fi
flatpak build-update-repo "${signing[@]}" --generate-static-deltas "$repository"

{
  echo '[Flatpak Ref]'
  echo 'Title=Steelyard'
  echo "Name=$app_id"
  echo "Branch=$branch"
  echo "Url=$url"
  echo "SuggestRemoteName=steelyard"
  echo 'IsRuntime=false'
  [ -z "$runtime_repository" ] || echo "RuntimeRepo=$runtime_repository"
  [ -z "$key" ] || echo "GPGKey=$(gpg --export "$key" | base64 --wrap=0)"
} > "$file"
