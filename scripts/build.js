// Makes dist/ (or the folder that is named): halint without dependencies, the rule pages and tables inside.
//   halint.js   starts main.js (scripts/launcher.cjs)
//   main.js     all that a run needs
//   tables/     what each daemon understands, one file a format
//   config.js   what reads a halint.config, with yaml and ajv
//   render.js   what renders templates for hosts, with yaml
//   lsp.js      the language server
//   daemons.js  what asks the real daemons: beside lsp.js the only part that can start a program
//   pages.js    what `halint explain` prints
//   completion.js  what `halint completion` prints
//   reporters/  what makes each output format but those of a terminal
//   archives.js what reads archives
//   git.js      what asks git for --since
//   collect.js  what fetches the files of live machines
//   main.*.cache  main.js as V8 compiled it; for the Node of this build only, others do without
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = resolve(process.argv[2] ?? join(root, "dist"));
const tables = join(dist, "tables");

/** Rule pages by id, from rules/<room>/<problem>.md. */
const pages = () =>
  Object.fromEntries(
    readdirSync(join(root, "rules"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".md"))
      .sort()
      .map((path) => [path.slice(0, -3), readFileSync(join(root, "rules", path), "utf8")]),
  );

/** In place of cli/pages.ts, which reads the pages from disk: a module that holds them. */
const inlinePages = {
  name: "pages",
  setup: ({ onLoad }) =>
    onLoad({ filter: /cli\/pages\.ts$/ }, () => ({
      contents: `const pages = ${JSON.stringify(pages())};\nexport const pageOf = (rule) => pages[rule] ?? "";`,
      loader: "js",
    })),
};

/** The ends of the paths of modules that few runs need, and the files that they come to lie in. */
const lazyFiles = [
  ["/readConfig.ts", "config"],
  ["/pages.ts", "pages"],
  ["/completion.ts", "completion"],
  ["/gitChanges.ts", "git"],
  ["lsp/main.ts", "lsp"],
  ["daemons/main.ts", "daemons"],
  ["render/main.ts", "render"],
  ["archives/main.ts", "archives"],
  ["collect/main.ts", "collect"],
];

/** What few runs need lies in files of its own. */
const apart = {
  name: "apart",
  setup: ({ onResolve }) =>
    onResolve(
      {
        filter:
          /\/(?:readConfig|pages|completion|gitChanges|(?:lsp|daemons|render|archives|collect)\/main|reporters\/\w+)\.ts$/,
      },
      ({ path, kind }) => {
        const file =
          /reporters\/\w+(?=\.ts$)/.exec(path)?.[0] ?? lazyFiles.find(([end]) => path.endsWith(end))[1];
        return kind === "dynamic-import" ? { path: `./${file}.js`, external: true } : undefined;
      },
    ),
};

/** A format's table is read when the format is first used, from a file beside the program. */
const lazyTables = {
  name: "tables",
  setup: ({ onLoad }) =>
    onLoad({ filter: /schemas\/.*\.json$/ }, ({ path }) => {
      const name = basename(path);
      writeFileSync(join(tables, name), JSON.stringify(JSON.parse(readFileSync(path, "utf8"))));
      return {
        contents: `import { readFileSync } from "node:fs";
let table;
const read = () => (table ??= JSON.parse(readFileSync(__dirname + "/tables/${name}", "utf8")));
export default new Proxy({}, {
  get: (_, key) => read()[key],
  has: (_, key) => key in read(),
  ownKeys: () => Reflect.ownKeys(read()),
  getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(read(), key),
});`,
        loader: "js",
      };
    }),
};

/** commander can start programs, halint must not: the module is left out, which also saves its loading. */
const noPrograms = {
  name: "no-programs",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(node:)?child_process$/ }, () => ({ path: "child_process", namespace: "empty" }));
    onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "module.exports = {};" }));
  },
};

/** The formats that cli/output.ts loads when they are asked for. */
const lazyReporters = () =>
  [
    ...readFileSync(join(root, "cli/output.ts"), "utf8").matchAll(/import\("\.\/(reporters\/\w+\.ts)"\)/g),
  ].map(([, path]) => join(root, "cli", path));

const common = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20.19",
  minify: true,
  legalComments: "none",
  supported: { "dynamic-import": false },
};

/** Each file of dist/, the module that it begins with, and what esbuild does besides. */
const programs = [
  ["main", "cli/bin.ts", apart, lazyTables, noPrograms],
  ["config", "workspace/readConfig.ts"],
  ["render", "workspace/render/main.ts"],
  ["lsp", "lsp/main.ts", apart, lazyTables],
  ["daemons", "daemons/main.ts"],
  ["pages", "cli/pages.ts", inlinePages],
  ["completion", "cli/completion.ts"],
  ["archives", "workspace/archives/main.ts"],
  ["git", "cli/gitChanges.ts"],
  ["collect", "cli/collect/main.ts"],
];

/** Runs the launcher once, on a cluster that uses every part, and keeps what V8 compiled. */
function keepCompiled() {
  const cache = join(dist, `main.${process.version}-${process.arch}.cache`);
  const examples = join(root, "examples");
  if (!existsSync(examples)) return;
  const warm = `
    process.argv = [process.execPath, "halint", ${JSON.stringify(examples)}];
    const script = require(${JSON.stringify(join(dist, "halint.js"))});
    process.on("exit", () => require("node:fs").writeFileSync(${JSON.stringify(cache)}, script.createCachedData()));`;
  spawnSync(process.execPath, ["-e", warm], { stdio: "ignore" });
}

/** In a clone, npx then finds the command where it looks first, and makes no copy of the project in its own cache. */
function linkCommand() {
  const bin = join(root, "node_modules/.bin");
  if (process.platform === "win32" || !existsSync(bin)) return;
  rmSync(join(bin, "halint"), { force: true });
  symlinkSync("../../dist/halint.js", join(bin, "halint"));
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(tables, { recursive: true });
for (const [file, entry, ...plugins] of programs)
  await build({ ...common, entryPoints: [join(root, entry)], outfile: join(dist, `${file}.js`), plugins });
await build({ ...common, entryPoints: lazyReporters(), outdir: join(dist, "reporters") });
copyFileSync(join(root, "scripts/launcher.cjs"), join(dist, "halint.js"));
writeFileSync(join(dist, "package.json"), '{ "type": "commonjs" }\n');
keepCompiled();
linkCommand();
for (const name of readdirSync(dist).sort())
  process.stdout.write(`${join(dist, name)} ${Math.ceil(statSync(join(dist, name)).size / 1024)} KiB\n`);
