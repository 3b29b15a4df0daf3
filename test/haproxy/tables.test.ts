import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type KeywordDef, keywordsOf, knownIn } from "../../parsers/core/schema.ts";
import { haproxySchema } from "../../parsers/haproxy/schema.ts";
import { type Age, knownAt, tables } from "../../parsers/haproxy/tables.ts";

const dumps = new URL("../../../shared/facts/keywords/haproxy/", import.meta.url);
const versions = ["2.6.12", "3.0.11", "3.2.26"] as const;
const beside = existsSync(dumps);

/** The lines below "# List of registered HEAD" of `haproxy -dKall`. */
function linesOf(version: string, head: string): string[] {
  const text = readFileSync(new URL(`keywords-${version}.txt`, dumps), "utf8");
  const start = text.indexOf(`# List of registered ${head}`);
  const end = text.indexOf("# List of registered", start + 1);
  return text
    .slice(start, end < 0 ? undefined : end)
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));
}

/** Keywords that the daemon registers only to say what has replaced them; the manuals and the daemon agree that they are gone. */
const traps = new Set([
  "listen clitimeout",
  "listen contimeout",
  "listen srvtimeout",
  "listen bind <addr> process",
  "global nbproc",
  "global tune.chksize",
]);

const missing = (names: readonly string[], table: Readonly<Record<string, Age>>, version: string): string[] =>
  names.filter((name) => !traps.has(name) && !(Object.hasOwn(table, name) && knownAt(table[name]!, version)));

/** The registered configuration keywords as pairs of section and words, arity left out. */
function configuration(version: string): { section: string; words: string }[] {
  let section = "";
  return linesOf(version, "configuration keywords").flatMap((line) => {
    if (line.startsWith("\t")) return [{ section, words: line.trim().replace(/ \+-?\d+$/, "") }];
    section = line.trim();
    return [];
  });
}

/** Where a dump's line is in the table: the keyword, or the option of a keyword. */
function found({ section, words }: { section: string; words: string }): readonly KeywordDef[] {
  const plain = words.replace(/ \[.*$/, "").replace(/[*(]+$/, "");
  const option = /^(bind|server)(?: <\w+>)+(?: ssl(?= ))? (\S+)$/.exec(plain);
  const place = section === "listen" ? "listen" : section === "crt-list" ? "frontend" : section;
  const keywords = keywordsOf(haproxySchema(), place);
  if (section === "crt-list") return compact(keywords["ssl-f-use"]?.options?.[plain]);
  if (option) return compact(keywords[option[1]!]?.options?.[option[2]!]);
  const below = Object.keys(keywords).filter((name) => name.startsWith(`${plain} `));
  return compact(keywords[plain], ...below.map((name) => keywords[name]));
}
const compact = (...defs: readonly (KeywordDef | undefined)[]): KeywordDef[] => defs.filter((def) => !!def);

describe.skipIf(!beside).each(versions)("what haproxy %s registers is in the tables", (version) => {
  test("sections and their keywords", () => {
    const lost = configuration(version)
      .filter((line) => !found(line).some((def) => knownIn(def, version)))
      .map(({ section, words }) => `${section} ${words}`)
      .filter((line) => !traps.has(line));
    expect([...new Set(lost)]).toEqual([]);
  });

  test("fetches", () => {
    const names = linesOf(version, "sample fetch functions").map(
      (line) => /^\[[^\]]*\] ([^(:]+)/.exec(line)![1]!,
    );
    expect(names.length).toBeGreaterThan(400);
    expect(missing(names, tables.fetches, version)).toEqual([]);
  });

  test("fetches are usable where the daemon says", () => {
    const wrong = linesOf(version, "sample fetch functions").filter((line) => {
      const [, row = "", name = ""] = /^\[([^\]]*)\] ([^(:]+)/.exec(line)!;
      const { contexts = "" } = tables.fetches[name] ?? {};
      return [...row.replaceAll(" ", "")].some((mark, i) => mark === "Y" && contexts[i] !== "Y");
    });
    expect(wrong.map((line) => line.replace(/^\[.*\] /, "")).filter((line) => !traps.has(line))).toEqual([]);
  });

  test("converters", () => {
    const names = linesOf(version, "sample converter functions").map((line) => /^[^(:]+/.exec(line)![0]);
    expect(names.length).toBeGreaterThan(100);
    expect(missing(names, tables.converters, version)).toEqual([]);
  });

  test("ACL criteria", () => {
    const names = linesOf(version, "ACL keywords").map((line) => line.split(" ", 1)[0]!);
    expect(missing(names, { ...tables.fetches, ...tables.criteria }, version)).toEqual([]);
  });

  test("filters", () => {
    const names = linesOf(version, "filter names").map((line) => line.trim().split(" ", 1)[0]!);
    expect(missing(names, tables.filters, version)).toEqual([]);
  });
});

test("a removed keyword says what replaces it, or that nothing does", () => {
  const silent = Object.entries(haproxySchema().places).flatMap(([place, { keywords = {} }]) =>
    Object.entries(keywords)
      .filter(([, def]) => def.removed && !def.deprecated)
      .map(([name]) => `${place} ${name}`),
  );
  expect(silent).toEqual([]);
});
