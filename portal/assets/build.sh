#!/bin/sh
# Compile portal/static anew, in a folder of its own, so that no node_modules lies about here.
# The versions are those of package.json; npm finds them by name.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$here/." "$folder"
cd "$folder"
npm install --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error
node build.mjs "${1:-$here/../static}"
