#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: [SUITE=trixie] make-trees.sh
# Makes trees of a newer Debian release, where there are none: one that programs can run in, and one
# that they can be built in.  Both go into the local runtime; the second is also what .ci/newer
# tests in.

# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$0")/common.sh"

trees=$place/trees-$suite
packages=$place/packages-$suite

platform_packages=(
  adwaita-icon-theme
  ca-certificates
  fonts-cantarell
  fonts-dejavu-core
  glib-networking
  gsettings-desktop-schemas
  libadwaita-1-0
  libgtk-4-1
  libjson-glib-1.0-0
  librsvg2-common
  libsoup-3.0-0
)
# What flatpak-builder uses of an SDK, besides what the program itself needs to be built.
sdk_packages=(appstream appstream-compose debugedit elfutils)

# The mirror that this machine uses itself.
mirror=${MIRROR:-$(apt-get indextargets --format "\$(REPO_URI)" 'Created-By: Packages' \
  | grep -v security | head -n 1)}
mirror=${mirror%/}

# install TREE PACKAGE...: mounts live in a name space of their own, so that no failure leaves them.
install () {
  local tree=$1
  shift
  # shellcheck disable=SC2016 # the inner shell expands it
  persist unshare -m --propagation private bash -euc '
    tree=$1 packages=$2
    shift 2
    mount --bind "$packages" "$tree/var/cache/apt/archives"
    mount -t proc proc "$tree/proc"
    exec chroot "$tree" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 eatmydata \
      apt-get -y -q -o Dpkg::Use-Pty=0 -o APT::Keep-Downloaded-Packages=true \
      -o Acquire::Retries=3 install --no-install-recommends "$@"
  ' install "$tree" "$packages" "$@"
}

# As if there had been no attempt before.
bootstrap () {
  local script=/usr/share/debootstrap/scripts/$suite
  # A release younger than debootstrap is made like the one that never ages.
  [ -e "$script" ] || script=/usr/share/debootstrap/scripts/sid
  rm -rf --one-file-system "$trees/base"
  unshare -m --propagation private debootstrap --variant=minbase --cache-dir="$packages" \
    --include=ca-certificates,eatmydata "$suite" "$trees/base" "$mirror" "$script"
}

# Nothing is started in a tree, and nothing installed that nobody reads there.
settle () {
  printf '#!/bin/sh\nexit 101\n' > "$trees/base/usr/sbin/policy-rc.d"
  chmod 755 "$trees/base/usr/sbin/policy-rc.d"
  printf 'path-exclude=%s\n' '/usr/share/doc/*' '/usr/share/man/*' '/usr/share/info/*' \
    '/usr/share/gtk-doc/*' > "$trees/base/etc/dpkg/dpkg.cfg.d/slim"
  echo 'Acquire::Languages "none";' > "$trees/base/etc/apt/apt.conf.d/slim"
  # Lists of what is not released yet may be past their date on a mirror.
  case $suite in
    bookworm | trixie) ;;
    *) echo 'Acquire::Check-Valid-Until "false";' >> "$trees/base/etc/apt/apt.conf.d/slim" ;;
  esac
  persist chroot "$trees/base" apt-get -q -o Acquire::Retries=3 update
}

platform () {
  cp -a "$trees/base" "$trees/platform"
  install "$trees/platform" "${platform_packages[@]}"
}

sdk () {
  local wanted
  cp -a "$trees/platform" "$trees/sdk"
  mapfile -t wanted < <(sed 's/#.*//; /^ *$/d' "$source_folder/.ci/packages")
  # flatpak-builder before 1.4 wants a tool of this one, which newer releases have no more.
  if chroot "$trees/sdk" apt-cache show appstream-util > /dev/null 2>&1; then
    wanted+=(appstream-util)
  fi
  install "$trees/sdk" "${wanted[@]}" "${sdk_packages[@]}"
}

# What the trees follow from.
describe () {
  cat "$source_folder/.ci/packages" "$source_folder/flatpak/make-trees.sh"
}

if describe | cmp -s - "$trees/made"; then
  exit 0
fi
if grep -q " $trees/" /proc/self/mountinfo; then
  echo "Something is mounted below $trees: not touching it" >&2
  exit 1
fi
rm -rf --one-file-system "$trees"
mkdir -p "$trees" "$packages/partial"

step "bootstrap of $suite" persist bootstrap
step "lists of $suite" settle
step "platform tree of $suite" platform
step "sdk tree of $suite" sdk
describe > "$trees/made"
