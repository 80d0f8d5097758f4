#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: try.sh
# Publishes what build.sh built to a remote of one's own in a folder, installs it from there by its
# .flatpakref, uses it as a person does, and updates it.

# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$0")/common.sh"

here=$source_folder/flatpak
repository=$place/repository
reference=$place/steelyard.flatpakref
export PICTURES=$place/pictures

permissions='[Context]
shared=ipc;
sockets=x11;wayland;fallback-x11;
devices=dri;'

publish () {
  "$here/publish.sh" "$repository" "file://$repository" local '' "$reference"
}

remove () {
  flatpak uninstall --user -y --noninteractive --delete-data "$app_id" || true
  flatpak remote-delete --user --force steelyard || true
}

install_bundle () {
  flatpak install --user -y --noninteractive --bundle "$place/$app_id.local.flatpak"
  flatpak run --user --command=steelyard-cli "$app_id" --version
}

install_reference () {
  flatpak install --user -y --noninteractive --from "$reference"
  flatpak info --user "$app_id"
}

# Exactly these: nothing that a later change of the manifest lets in goes unseen.
check_permissions () {
  local found
  found=$(flatpak info --user --show-permissions "$app_id" | sed '/^$/d')
  [ "$found" = "$permissions" ] || {
    diff -u <(echo "$permissions") <(echo "$found")
    return 1
  }
}

in_sandbox () {
  flatpak run --user --command=steelyard-cli "$app_id" "$@"
}

measure () {
  in_sandbox measure --scene waiting --pairs 8 --duration 0.2 --quiet
  in_sandbox list --json > "$place/runs-before.json"
  grep -q '"id"' "$place/runs-before.json"
}

# What the sandbox is for: neither the person's files nor a network is there.
look_outside () {
  echo private > "$HOME/private"
  if flatpak run --user --command=cat "$app_id" "$HOME/private"; then
    return 1
  fi
  flatpak run --user --command=cat "$app_id" /proc/net/dev | sed '1,2d' > "$place/interfaces"
  cat "$place/interfaces"
  ! grep -qv '^ *lo:' "$place/interfaces"
}

# The same build once more counts as a new one.
update () {
  local before after
  before=$(flatpak info --user --show-commit "$app_id")
  flatpak build-export --subject='The next version' --update-appstream "$repository" \
    "$place/app" local
  flatpak build-update-repo "$repository"
  flatpak update --user -y --noninteractive "$app_id"
  after=$(flatpak info --user --show-commit "$app_id")
  [ "$before" != "$after" ]
  in_sandbox list --json | cmp - "$place/runs-before.json"
}

# The screen is for this alone; the bus can start the portals and the accessibility bus.
journey () {
  env -u WAYLAND_DISPLAY XDG_CURRENT_DESKTOP=GNOME PYTHONDONTWRITEBYTECODE=1 \
    xvfb-run -a -s '-screen 0 1280x1024x24 -noreset' \
    timeout 900 dbus-run-session -- /usr/bin/python3 "$here/journey.py" "$app_id"
}

rm -rf "$PICTURES"
mkdir -p "$PICTURES"

step 'removing what was installed before' remove
step 'installing the bundle' install_bundle
step 'removing it' remove
step 'publishing to a remote' publish
step 'installing from the remote' install_reference
step 'checking the permissions' check_permissions
step 'looking outside of the sandbox' look_outside
step 'measuring in the sandbox' measure
step 'updating, with the runs kept' update
step 'a journey through the window' journey
cat "$place/logs/a-journey-through-the-window.log"
