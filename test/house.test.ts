import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { rules } from "../rules/index.ts";
import { cstTypes } from "../scripts/cst-types.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What each room may import from, besides itself. Everything points down: schemas, parsers, rules, workspace, then cli and lsp, which do not know each other. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  schemas: [],
  parsers: ["schemas"],
  rules: ["schemas", "parsers"],
  workspace: ["schemas", "parsers", "rules"],
  formatter: ["schemas", "parsers"],
  lsp: ["schemas", "parsers", "rules", "workspace", "formatter", "package.json"],
  daemons: ["schemas", "parsers", "rules", "workspace"],
  cli: ["schemas", "parsers", "rules", "workspace", "formatter", "daemons", "lsp", "package.json"],
};

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => join(folder, name));

const sources = Object.keys(mayImport)
  .filter((room) => existsSync(join(root, room)))
  .flatMap(filesBelow);

/** Modules that a file imports: those of the project relative to its root, packages by name. */
function importsOf(file: string): { own: string[]; packages: string[] } {
  const text = readFileSync(join(root, file), "utf8");
  const named = [...text.matchAll(/^(?:import|export)\b[^;]*?from "([^"]+)"|import\("([^"]+)"\)/gms)].map(
    (match) => match[1] ?? match[2]!,
  );
  const own = named
    .filter((name) => name.startsWith("."))
    .map((name) => relative(root, resolve(root, dirname(file), name)));
  return { own, packages: named.filter((name) => !name.startsWith(".")) };
}

/** Whether `from` may import `to`: rooms by the table; inside parsers what formats share and the formats are storeys of their own. */
function allowed(from: string, to: string): boolean {
  const [fromRoom = "", fromFolder] = from.split("/");
  const [toRoom = "", toFolder] = to.split("/");
  if (fromRoom !== toRoom) return mayImport[fromRoom]?.includes(toRoom) ?? false;
  if (fromRoom === "parsers" && from !== "parsers/index.ts")
    return ["core", "xml", "pacemaker"].includes(toFolder ?? "") || toFolder === fromFolder;
  return true;
}

describe("the house", () => {
  test("imports go one way", () => {
    const wrong = sources.flatMap((file) =>
      importsOf(file)
        .own.filter((to) => !allowed(file, to))
        .map((to) => `${file} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test("no imports in a circle", () => {
    const graph = new Map(sources.map((file) => [file, importsOf(file).own]));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
      else if (!done.has(file)) {
        for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
        done.add(file);
      }
    };
    for (const file of sources) visit(file, []);
    expect(circles.filter((circle) => !isTypesOnly(circle))).toEqual([]);
  });

  test("reading and judging touch no disk, console or clock", () => {
    const impure = sources
      .filter((file) => /^(?:parsers|rules|formatter|lsp\/features)\//.test(file))
      .filter((file) => {
        const { packages } = importsOf(file);
        const text = readFileSync(join(root, file), "utf8");
        return (
          packages.some((name) => name.startsWith("node:")) ||
          /(?<![-.\w/])(console|process)\.\w|Date\.now|new Date\(/.test(text)
        );
      });
    expect(impure).toEqual([]);
  });

  test("files stay readable: none much over 250 lines, lists aside", () => {
    const long = sources
      .filter((file) => !file.endsWith("/list.ts"))
      .map((file) => ({ file, lines: readFileSync(join(root, file), "utf8").split("\n").length }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  test("every rule has its page, every page its rule, every id once", () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const pages = readdirSync(join(root, "rules"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => name.replace(/\.md$/, ""));
    expect(pages.sort()).toEqual([...ids].sort());
  });

  test("every rule file is in a list", () => {
    const lists = sources.filter((file) => /^rules\/[^/]+\/list\.ts$/.test(file));
    const listed = new Set(lists.flatMap((file) => importsOf(file).own));
    const ids = new Set(rules.map(({ id }) => id));
    const unlisted = sources.filter(
      (file) => ids.has(file.replace(/^rules\//, "").replace(/\.ts$/, "")) && !listed.has(file),
    );
    expect(unlisted).toEqual([]);
  });

  test("every mistake that a parser makes has its rule", () => {
    const known = new Set(rules.filter(({ kind }) => kind === "mistake").map(({ id }) => id));
    const made = sources
      .filter((file) => file.startsWith("parsers/"))
      .flatMap((file) => [...readFileSync(join(root, file), "utf8").matchAll(/"([a-z0-9-]+\/[a-z0-9-]+)"/g)])
      .map((match) => match[1]!)
      .filter((id) => existsSync(join(root, "rules", id.slice(0, id.indexOf("/")))));
    expect([...new Set(made)].filter((id) => !known.has(id))).toEqual([]);
    expect(made.length).toBeGreaterThan(10);
  });

  test("cst.d.ts is what the grammars give", () => {
    for (const [path, text] of Object.entries(cstTypes()))
      expect(readFileSync(join(root, path), "utf8")).toBe(text);
  });
});

/** A circle in which some step is `import type` alone is none at run time. */
function isTypesOnly(circle: string): boolean {
  const steps = circle.split(" -> ");
  return steps.slice(0, -1).some((file, i) => {
    const text = readFileSync(join(root, file), "utf8");
    const name = steps[i + 1]!.split("/").at(-1)!;
    const lines = [...text.matchAll(/^(?:import|export)\b([^;]*?)from "([^"]+)"/gms)].filter((m) =>
      m[2]!.endsWith(name),
    );
    return (
      lines.length > 0 &&
      lines.every((m) => /^\s+type\b/.test(m[1]!) || /^\s*\{(\s*type [^,}]+,?)+\s*\}\s*$/.test(m[1]!))
    );
  });
}
