import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { compact } from "../../cli/reporters/compact.ts";
import { generatedFiles } from "../../extension/scripts/generated.ts";
import type { Pattern } from "../../extension/scripts/grammars.ts";
import { icon } from "../../extension/scripts/icon.ts";
import { hasGrammar, type Language, languageOf } from "../../extension/scripts/languages.ts";
import { sourceOf, span } from "../../parsers/core/source.ts";
import { formats } from "../../parsers/index.ts";
import type { Finding } from "../../rules/rule.ts";

const folder = fileURLToPath(new URL("../../extension", import.meta.url));
const textOf = (path: string): string => readFileSync(join(folder, path), "utf8");
const manifest = JSON.parse(textOf("package.json"));
const nls: Readonly<Record<string, string>> = JSON.parse(textOf("package.nls.json"));
const languages: readonly Language[] = manifest.contributes.languages;
const own = formats.filter(hasGrammar);

/** The language VS Code gives a path: by its name, else by the longest pattern that fits. */
function languageAt(path: string): string | undefined {
  const named = languages.find(({ filenames }) => filenames?.includes(basename(path)));
  if (named) return named.id;
  const fits = (pattern: string): boolean =>
    picomatch.isMatch(pattern.includes("/") ? path : basename(path), pattern, { nocase: true });
  const found = languages
    .flatMap(({ id, filenamePatterns = [] }) => filenamePatterns.map((pattern) => ({ id, pattern })))
    .filter(({ pattern }) => fits(pattern))
    .sort((a, b) => b.pattern.length - a.pattern.length);
  return found[0]?.id;
}

/** A path that a glob means. */
const sampleOf = (glob: string): string =>
  glob
    .replace(/\{([^,}]*)[^}]*\}/g, "$1")
    .replaceAll("**", "some")
    .replaceAll("*", "any");

const patternsIn = ({ match, begin, end, patterns = [] }: Pattern): string[] => [
  ...[match, begin, end].filter((one) => one !== undefined),
  ...patterns.flatMap(patternsIn),
];

describe("what is generated", () => {
  test.each(Object.entries(generatedFiles(textOf("package.json"))))(
    "%s is what the formats give (tsx extension/scripts/generate.ts)",
    (path, text) => expect(textOf(path)).toBe(text),
  );

  test("the icon is a PNG of 128 × 128", () => {
    const image = readFileSync(join(folder, manifest.icon));
    expect(image.subarray(1, 4).toString()).toBe("PNG");
    expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([128, 128]);
    expect(icon().subarray(0, 33)).toEqual(image.subarray(0, 33));
  });

  test("no grammar, configuration or language is left over", () => {
    const expected = own.map(({ id }) => id).sort();
    const names = (path: string): string[] =>
      readdirSync(join(folder, path)).map((name) => name.split(".")[0]!);
    expect(names("languages").sort()).toEqual(expected);
    expect(names("syntaxes").sort()).toEqual([...expected, "template"].sort());
  });
});

describe("languages", () => {
  test.each(formats.flatMap((format) => format.files.map((glob) => [sampleOf(glob), languageOf(format)])))(
    "%s is %s, as a template too",
    (inside, language) => {
      for (const path of [`/work/node1${inside}`, `/work/node1${inside}.j2`])
        if (!path.endsWith(".xml")) expect([path, languageAt(path)]).toEqual([path, language]);
    },
  );

  test.each([
    ["/ansible/roles/lb/templates/keepalived.conf.j2", "keepalived"],
    ["/ansible/roles/lb/templates/haproxy.cfg.j2", "haproxy"],
    ["/tmp/corosync.conf.j2", "corosync"],
    ["/tmp/cluster.crm", "crmsh"],
  ])("%s is %s by its name alone", (path, language) => expect(languageAt(path)).toBe(language));

  test.each([
    "/etc/nginx/nginx.conf",
    "/home/me/setup.cfg",
    "/home/me/some.cnf",
    "/ansible/hosts",
    "/etc/cluster/cluster.conf",
    "/home/me/image.res",
    "/home/me/disk.vol",
    "/home/me/page.xml",
    "/home/me/app.service",
    "/home/me/interfaces.ts",
  ])("%s is left to others", (path) => expect(languageAt(path)).toBeUndefined());

  test("nothing is claimed by extension", () => {
    expect(languages.filter((language) => "extensions" in language)).toEqual([]);
    const bare = languages.flatMap(({ filenamePatterns = [] }) => filenamePatterns);
    expect(bare.filter((pattern) => /^(\*\*\/)?\*\.(conf|cfg|cnf|cf|res|xml)(\.j2)?$/.test(pattern))).toEqual(
      [],
    );
  });
});

describe("grammars", () => {
  test.each(readdirSync(join(folder, "syntaxes")))("the patterns of %s compile", (name) => {
    const grammar = JSON.parse(textOf(`syntaxes/${name}`));
    const patterns = patternsIn(grammar);
    expect(patterns.length).toBeGreaterThan(3);
    for (const pattern of patterns) {
      const [, flag, rest] = /^(\(\?i\))?([\s\S]*)$/.exec(pattern)!;
      const regex = new RegExp(rest!, flag ? "i" : "");
      // VS Code gives up on a pattern that matches nothing and moves nowhere
      expect([pattern, regex.test("")]).toEqual([pattern, false]);
      // what JavaScript and Oniguruma read differently
      expect(rest).not.toMatch(/\\[pPhHRXK]|\(\?[^:=!<]|\(\?<[^=!]|[*+?]\+|\[\[|&&/);
      // Oniguruma looks behind by one width an alternative
      for (const [, behind] of rest!.matchAll(/\(\?<[=!]((?:\[[^\]]*\]|\\.|[^)\\])*)\)/g))
        expect(behind).not.toMatch(/(?:^|[^\\])[*+?]$/);
    }
  });

  test("every scope has its grammar", () => {
    const { grammars } = manifest.contributes;
    for (const { scopeName, path } of grammars) expect(JSON.parse(textOf(path)).scopeName).toBe(scopeName);
    expect(new Set(grammars.map(({ scopeName }: { scopeName: string }) => scopeName)).size).toBe(
      grammars.length,
    );
  });
});

describe("texts", () => {
  test("every %key% of the manifest is in package.nls.json, and no other", () => {
    const used = [...textOf("package.json").matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]!);
    expect([...new Set(used)].sort()).toEqual(Object.keys(nls).sort());
  });

  test("every setting and command has a description and a line in the README", () => {
    const { configuration, commands } = manifest.contributes;
    const readme = textOf("README.md");
    for (const [name, def] of Object.entries<Record<string, string>>(configuration.properties)) {
      const key = (def.description ?? def.markdownDescription ?? "").slice(1, -1);
      expect([name, nls[key]]).toEqual([name, expect.stringMatching(/\.$/)]);
      expect(readme).toContain(`\`${name}\``);
    }
    for (const { title } of commands) {
      expect(nls[title.slice(1, -1)]).toBeTruthy();
      expect(readme).toContain(`halint: ${nls[title.slice(1, -1)]}`);
    }
  });

  test("every text of the code is in the l10n bundle", () => {
    const code = readdirSync(join(folder, "src"))
      .filter((name) => name.endsWith(".ts"))
      .map((name) => textOf(`src/${name}`))
      .join("\n");
    const used = [...code.matchAll(/l10n\.t\(\s*"([^"]+)"/g)].map((match) => match[1]!);
    expect([...new Set(used)].sort()).toEqual(
      Object.keys(JSON.parse(textOf("l10n/bundle.l10n.json"))).sort(),
    );
  });

  test("files that the manifest names are there", () => {
    const named = [...textOf("package.json").matchAll(/"(?:\.\/)?((?:media|languages|syntaxes)\/[^"]+)"/g)];
    expect(named.map((match) => match[1]!).filter((path) => !existsSync(join(folder, path)))).toEqual([]);
    expect(named.length).toBeGreaterThan(20);
  });
});

test("$halint reads the compact output", () => {
  const [{ pattern }] = manifest.contributes.problemMatchers;
  const source = sourceOf("etc/keepalived/keepalived.conf", "vrrp_instance A {\n  state MASTR\n}\n");
  const finding: Finding = {
    rule: "schema/wrong-value",
    severity: "error",
    message: "state MASTR [sic] is not MASTER or BACKUP",
    at: span(source, 26, 31),
    related: [],
    daemon: "rejects",
  };
  const match = new RegExp(pattern.regexp).exec(compact([finding]).trimEnd())!;
  expect(
    [pattern.file, pattern.line, pattern.column, pattern.severity, pattern.message, pattern.code].map(
      (i) => match[i],
    ),
  ).toEqual([
    "etc/keepalived/keepalived.conf",
    "2",
    "9",
    "error",
    "state MASTR [sic] is not MASTER or BACKUP",
    "schema/wrong-value",
  ]);
});
