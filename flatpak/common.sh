# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What the scripts here share.  Everything they make lies below one folder, FLATPAK_PLACE, which
# takes about ten gigabytes; the person's own Flatpaks are never touched.

set -euo pipefail

source_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
place=${FLATPAK_PLACE:-$source_folder/build-flatpak}
suite=${SUITE:-trixie}

# Not org.gnome: what is made here is no GNOME runtime, and must not be taken for one.
export app_id=io.github.steelyard_app.Steelyard
export runtime_prefix=io.github.steelyard_app.LocalRuntime
export runtime_branch=$suite
arch=$(uname -m)
export arch

mkdir -p "$place/home" "$place/logs"
export HOME="$place/home" XDG_CACHE_HOME="$place/home/.cache"
export XDG_DATA_HOME="$place/home/.local/share" XDG_CONFIG_HOME="$place/home/.config"
export FLATPAK_USER_DIR="$place/installed" FLATPAK_SYSTEM_DIR="$place/system"
# The documents portal insists on the usual place.
XDG_RUNTIME_DIR="/run/user/$(id -u)"
export XDG_RUNTIME_DIR
mkdir -p "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"

# step NAME COMMAND...: runs it with its output in a log, shows the end of that where it fails, and
# says how long it took.  In the background, as a shell ignores what fails within a condition.
step () {
  local name=$1 log started=$SECONDS
  shift
  log="$place/logs/$(tr -c 'a-z0-9\n' '-' <<< "${name,,}").log"
  "$@" > "$log" 2>&1 &
  if ! wait "$!"; then
    tail -n 60 "$log" >&2
    echo "$name failed; all it said: $log" >&2
    return 1
  fi
  printf '%5d s  %s\n' "$((SECONDS - started))" "$name"
}

# persist COMMAND...: does it again after a while where it fails, as networks do for a moment.
persist () {
  local n_left=3
  until "$@"; do
    n_left=$((n_left - 1))
    [ "$n_left" -gt 0 ] || return 1
    sleep 10
  done
}
