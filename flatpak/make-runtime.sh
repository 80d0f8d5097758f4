#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: [SUITE=trixie] make-runtime.sh
# Makes a runtime and an SDK of the trees, where there are none, and installs them below
# FLATPAK_PLACE.  They stand in for org.gnome.Platform and org.gnome.Sdk where these cannot be
# downloaded.

# shellcheck source-path=SCRIPTDIR source=common.sh
. "$(dirname "$0")/common.sh"

trees=$place/trees-$suite
work=$place/runtime
repository=$place/runtime-repository

# What no runtime has, or must not have.
unwanted=(
  etc/apt etc/cron* etc/fstab etc/group* etc/gshadow* etc/hostname etc/hosts etc/init.d
  etc/ld.so.cache etc/machine-id etc/mtab etc/pam.d etc/passwd* etc/rc*.d etc/resolv.conf
  etc/security etc/shadow* etc/systemd
  bin/Xvfb games lib/systemd local sbin/policy-rc.d share/bug share/doc share/gtk-doc share/info
  share/lintian share/man share/menu src
)

# Flatpak's places first, then Debian's.
write_linker_paths () {
  rm -f "$1"
  cat > "$1" <<'PATHS'
include /run/flatpak/ld.so.conf.d/app-*.conf
include /app/etc/ld.so.conf
/app/lib64
/app/lib
include /run/flatpak/ld.so.conf.d/runtime-*.conf
include /etc/ld.so.conf.d/*.conf
PATHS
}

write_metadata () {
  cat > "$2" <<METADATA
[Runtime]
name=$runtime_prefix.$1
runtime=$runtime_prefix.Platform/$arch/$runtime_branch
sdk=$runtime_prefix.Sdk/$arch/$runtime_branch

[Environment]
GI_TYPELIB_PATH=/app/lib/girepository-1.0
XDG_DATA_DIRS=/app/share:/usr/share:/usr/share/runtime/share:/run/host/user-share:/run/host/share
XDG_CONFIG_DIRS=/app/etc/xdg:/etc/xdg
METADATA
}

# make TREE KIND
make () {
  local files=$work/$2/files pattern
  mkdir -p "$work/$2"
  # Hard links, which cost nothing; but for etc, which is written to.
  cp -al "$trees/$1/usr" "$files"
  cp -a --no-preserve=links "$trees/$1/etc" "$files/etc"
  for pattern in "${unwanted[@]}"; do
    # shellcheck disable=SC2086 # it is a pattern
    rm -rf --one-file-system "${files:?}"/$pattern
  done
  find "$files" -xdev \( -type b -o -type c -o -type p -o -type s \) -delete
  # Flatpak asks for it there, Debian has it elsewhere.
  ln -sfn ../sbin/ldconfig "$files/bin/ldconfig"
  write_linker_paths "$files/etc/ld.so.conf"
  write_metadata "$2" "$work/$2/metadata"
  flatpak build-export --disable-fsync --disable-sandbox --runtime --files=files --arch="$arch" \
    --subject="Debian $suite as $2" "$repository" "$work/$2" "$runtime_branch"
}

install_both () {
  flatpak remote-add --user --if-not-exists --no-gpg-verify local-runtime "file://$repository"
  flatpak install --user -y --noninteractive --reinstall local-runtime \
    "$runtime_prefix.Platform//$runtime_branch" "$runtime_prefix.Sdk//$runtime_branch"
}

# What both follow from.
describe () {
  cat "$trees/made" "$source_folder/flatpak/make-runtime.sh"
}

if describe | cmp -s - "$repository/made"; then
  exit 0
fi
rm -rf --one-file-system "$work" "$repository"
mkdir -p "$work"
# The mode of a person's own installation, so that installing only links.
ostree --repo="$repository" init --mode=bare-user-only

step 'runtime' make platform Platform
step 'software development kit' make sdk Sdk
step 'installing both' install_both
rm -rf --one-file-system "$work"
describe > "$repository/made"
