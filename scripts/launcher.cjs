#!/usr/bin/env node
"use strict";
// Starts halint. Compiling the bundle takes a third of a run, so the build keeps beside it what V8 compiled, for its own
// Node; any other compiles anew. Node's own cache (module.enableCompileCache) is not used: it lies in /tmp, where
// another user could leave code for a halint that root runs.
const { readFileSync } = require("node:fs");
const Module = require("node:module");
const { join } = require("node:path");
const { setFlagsFromString } = require("node:v8");
const { Script } = require("node:vm");

// Most runs end before optimised code pays: V8 waits for three times the work that it does by default (67,584).
setFlagsFromString("--interrupt-budget=200000");

const main = join(__dirname, "main.js");
const script = new Script(Module.wrap(readFileSync(main, "latin1")), {
  filename: main,
  cachedData: compiled(),
});
script.runInThisContext()(exports, require, module, main, __dirname);

/** For the build, which asks it for what V8 compiled: that is bound to the flags above. */
module.exports = script;

function compiled() {
  try {
    return readFileSync(join(__dirname, `main.${process.version}-${process.arch}.cache`));
  } catch {
    return undefined;
  }
}
