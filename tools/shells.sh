#!/bin/sh
# Installs zsh, fish and groff for the tests of completion and of the manual page, where that is possible. Without them they are left out, and say so.
set -u
missing=''
for program in zsh fish groff; do command -v "$program" >/dev/null || missing="$missing $program"; done
if [ -z "$missing" ]; then echo "zsh, fish and groff are there."; exit 0; fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then echo "Not installed:$missing"; exit 0; fi
wait='-o DPkg::Lock::Timeout=120'
# shellcheck disable=SC2086
if apt-get -qq update && apt-get -qq $wait install -y --no-install-recommends $missing >/dev/null
then echo "Installed:$missing"
else echo "Could not be installed; tests will be left out:$missing"; fi
