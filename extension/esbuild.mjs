// Makes dist/: the client for desktop and web, the server for both, and what they read.
//   desktop.js, web.js   the client
//   server.js            the server as a process (lsp/main.ts)
//   worker.js            the server as a Web Worker (lsp/browser.ts)
//   pages.json           rule pages by id
//   halint.schema.json   for the editor's JSON support
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, context } from "esbuild";

const folder = fileURLToPath(new URL(".", import.meta.url));
const root = join(folder, "..");
const dist = join(folder, "dist");

const common = {
  absWorkingDir: folder,
  bundle: true,
  format: "cjs",
  minify: true,
  legalComments: "none",
  external: ["vscode"],
  logLevel: "warning",
};
const desktop = { ...common, platform: "node", target: "node20" };
const web = { ...common, platform: "browser", target: "es2022", mainFields: ["browser", "module", "main"] };

/** No editor renders templates: what does needs node:crypto, which a worker has not. */
const unrendered = {
  name: "unrendered",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /\/render\/main\.ts$/ }, () => ({ path: "render", namespace: "unrendered" }));
    onLoad({ filter: /.*/, namespace: "unrendered" }, () => ({ contents: "export {};" }));
  },
};

const bundles = [
  { ...desktop, entryPoints: ["src/desktop.ts"], outfile: "dist/desktop.js" },
  { ...desktop, entryPoints: ["src/server.ts"], outfile: "dist/server.js" },
  { ...web, entryPoints: ["src/web.ts"], outfile: "dist/web.js" },
  {
    ...web,
    format: "iife",
    external: [],
    alias: { "node:path": join(root, "lsp/posixPath.ts") },
    entryPoints: [join(root, "lsp/browser.ts")],
    outfile: "dist/worker.js",
    plugins: [unrendered],
  },
];

const pages = Object.fromEntries(
  readdirSync(join(root, "rules"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .sort()
    .map((path) => [path.slice(0, -".md".length), readFileSync(join(root, "rules", path), "utf8")]),
);

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
writeFileSync(join(dist, "pages.json"), JSON.stringify(pages));
writeFileSync(join(dist, "halint.schema.json"), readFileSync(join(root, "schemas/halint.schema.json")));
if (process.argv.includes("--watch"))
  await Promise.all(bundles.map(async (options) => (await context(options)).watch()));
else await Promise.all(bundles.map((options) => build(options)));
