#!/bin/sh
# Installs Debian packages when it may; otherwise says the line to run.
set -eu
line="apt-get install -y --no-install-recommends $*"
if [ "$(id -u)" -ne 0 ]; then
    echo "Missing: $*. Run as root:  $line" >&2
    exit 1
fi
echo "Installing $* …"
export DEBIAN_FRONTEND=noninteractive
# A mirror that fails for one list must not keep the others from being used.
apt-get update -qq || true
$line >/dev/null
