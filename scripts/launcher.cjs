#!/usr/bin/env node
"use strict";
// Starts halint. Compiling the bundle takes a third of a run, so the build keeps beside it what V8 compiled, for its own
// Node; any other compiles anew. Node's own cache (module.enableCompileCache) is not used: it lies in /tmp, where
// another user could leave code for a halint that root runs.
const { readFileSync } = require("node:fs");
const Module = require("node:module");
const { join } = require("node:path");
const { Script } = require("node:vm");

const main = join(__dirname, "main.js");
const script = compiled();
if (script) script.runInThisContext()(exports, require, module, main, __dirname);
else require(main);

function compiled() {
  let cachedData;
  try {
    cachedData = readFileSync(join(__dirname, `main.${process.version}-${process.arch}.cache`));
  } catch {
    return undefined;
  }
  const found = new Script(Module.wrap(readFileSync(main, "latin1")), { filename: main, cachedData });
  return found.cachedDataRejected ? undefined : found;
}
