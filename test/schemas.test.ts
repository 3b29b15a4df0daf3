import { readdirSync, readFileSync } from "node:fs";
import Ajv from "ajv";
import { describe, expect, test } from "vitest";
import { type ArgDef, compareVersions, type KeywordDef } from "../parsers/core/schema.ts";
import { commonTypes } from "../parsers/core/types.ts";
import { formats } from "../parsers/index.ts";

const read = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../schemas/${name}`, import.meta.url), "utf8"));
const valid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(read("format.schema.json"));

/** Every keyword and option of a table, with a path to name it by. */
function* definitions(def: KeywordDef, path: string): Generator<{ path: string; def: KeywordDef }> {
  yield { path, def };
  for (const [name, option] of Object.entries(def.options ?? {}))
    yield* definitions(option, `${path} ${name}`);
}

describe.each(formats.map((format) => ({ format, id: format.id })))("$id", ({ format }) => {
  const { schema } = format;
  const all = Object.entries(schema.places).flatMap(([place, { keywords = {}, entry }]) => [
    ...Object.entries(keywords).flatMap(([name, def]) => [...definitions(def, `${place}/${name}`)]),
    ...(entry ? [...definitions(entry, `${place}/*`)] : []),
  ]);
  const args = all.flatMap(({ path, def }) =>
    (def.args ?? []).map((arg): { path: string; arg: ArgDef } => ({ path, arg })),
  );

  test("obeys the schema of schemas", () => {
    valid(schema);
    expect(valid.errors ?? []).toEqual([]);
  });

  test("names only places, namespaces and types that there are", () => {
    expect(schema.places).toHaveProperty([schema.root]);
    const types = { ...commonTypes, ...format.types };
    const wrong = [
      ...all
        .filter(({ def }) => def.opens && !schema.places[def.opens])
        .map(({ path, def }) => `${path} opens ${def.opens}`),
      ...Object.entries(schema.places).flatMap(([place, { includes = [] }]) =>
        includes.filter((name) => !schema.places[name]).map((name) => `${place} includes ${name}`),
      ),
      ...args
        .filter(({ arg }) => arg.type && !types[arg.type])
        .map(({ path, arg }) => `${path} of type ${arg.type}`),
      ...args.flatMap(({ path, arg }) =>
        [arg.defines, arg.refers, arg.mentions]
          .filter((name) => name && !schema.names?.[name])
          .map((name) => `${path} names ${name}`),
      ),
    ];
    expect(wrong).toEqual([]);
  });

  test("every place can be reached", () => {
    const reached = new Set([schema.root]);
    for (const { def } of all) if (def.opens) reached.add(def.opens);
    for (const { arg } of args) if (arg.items) reached.add(arg.items);
    for (const { includes = [] } of Object.values(schema.places))
      for (const name of includes) reached.add(name);
    expect(Object.keys(schema.places).filter((place) => !reached.has(place))).toEqual([]);
  });

  test("versions are in order", () => {
    const wrong = all.filter(
      ({ def }) => def.since && def.until && compareVersions(def.since, def.until) > 0,
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test("every keyword says what it is for", () => {
    const silent = Object.entries(schema.places).flatMap(([place, { keywords = {} }]) =>
      Object.entries(keywords)
        .filter(([, def]) => !def.summary)
        .map(([name]) => `${place}/${name}`),
    );
    expect(silent).toEqual([]);
  });
});

test("every table in schemas/ is a format's, the schema of schemas or of halint's own files", () => {
  const own = new Set([
    "format.schema.json",
    "halint.schema.json",
    "report.schema.json",
    "baseline.schema.json",
    "profiles.json",
    "targets.json",
    "haproxy.json",
    "haproxy-samples.json",
    "agents.json",
    "cib-rng.json",
    "pacemaker.json",
    "systemd-keys.json",
  ]);
  const tables = readdirSync(new URL("../schemas/", import.meta.url)).filter((name) => !own.has(name));
  const used = new Set(formats.map(({ schema }) => JSON.stringify(schema)));
  expect(tables.filter((name) => !used.has(JSON.stringify(read(name))))).toEqual([]);
});
