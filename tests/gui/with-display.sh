#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: with-display.sh COMMAND...
# Runs COMMAND on a display, a message bus and a home of its own, so that it sees and leaves nothing
# of the person's.  GTK_A11Y=atspi brings the bus by which assistive technologies see windows.

set -eu
here=$(cd "$(dirname "$0")" && pwd)
place=$(mktemp -d)
chmod 700 "$place"

xvfb=
clean () {
  [ -z "$xvfb" ] || kill "$xvfb" 2> /dev/null || true
  [ -z "$xvfb" ] || wait "$xvfb" 2> /dev/null || true
  rm -rf "$place"
}
trap clean EXIT

export XDG_RUNTIME_DIR="$place" HOME="$place/home"
export XDG_CONFIG_HOME="$HOME/.config" XDG_DATA_HOME="$HOME/.local/share"
export XDG_CACHE_HOME="$HOME/.cache"
mkdir -p "$XDG_CONFIG_HOME/gtk-4.0" "$XDG_DATA_HOME" "$XDG_CACHE_HOME"
cp "$here/settings.ini" "$XDG_CONFIG_HOME/gtk-4.0/"

# The server chooses its number itself, and -noreset keeps it from starting anew, and refusing
# clients meanwhile, when its last one leaves.
mkfifo "$place/number"
Xvfb -displayfd 3 -screen 0 "${TEST_SCREEN:-1600x1200x24}" -nolisten tcp -noreset \
  3> "$place/number" > "$place/xvfb.log" 2>&1 &
xvfb=$!
read -r number < "$place/number"

unset WAYLAND_DISPLAY
export DISPLAY=":$number" GDK_BACKEND=x11 GTK_USE_PORTAL=0 LIBGL_ALWAYS_SOFTWARE=1
export GSETTINGS_BACKEND=memory

# A bus on which nothing else can be started: no portal, no settings daemon.
mkdir "$place/services"
service=/usr/share/dbus-1/services/org.a11y.Bus.service
if [ "${GTK_A11Y:-}" = atspi ] && [ -f "$service" ]; then
  sed 's|^Exec=\(.*\)|Exec=/bin/sh -c "exec \1 > /dev/null 2>\&1"|' "$service" \
    > "$place/services/org.a11y.Bus.service"
fi
sed "s|@FOLDER@|$place|" "$here/bus.conf" > "$place/bus.conf"
dbus-run-session --config-file="$place/bus.conf" -- "$@"
