import { dirname, relative, resolve } from "node:path";
import { Ajv, type ErrorObject } from "ajv";
import { parseDocument, type Document as YamlDocument } from "yaml";
import { type Source, sourceOf } from "../parsers/core/source.ts";
import type { Targets } from "../rules/rule.ts";
import schema from "../schemas/halint.schema.json" with { type: "json" };
import type { Config, FailLevel } from "./config.ts";
import { type Disk, isFolder, readText } from "./disk.ts";
import { placeOf, UsageError } from "./problems.ts";
import { nearest, parseTargets } from "./targets.ts";

/** Throws UsageError with file and line. Loaded only where there is a config: yaml and ajv cost more than a whole run. */
export function readConfig(path: string, cwd: string, disk: Disk): Config {
  const content = readText(disk, path);
  if ("rule" in content) throw new UsageError(`${path} ${content.message}`);
  const source = sourceOf(relative(cwd, path) || path, content.text.replace(/^\uFEFF/, ""));
  const document = parseDocument(source.text, { prettyErrors: false });
  const [error] = document.errors;
  if (error) throw new UsageError(`${placeOf(source, error.pos[0])}: ${oneLine(error.message)}`);
  const value = (document.toJS() ?? {}) as Raw;
  const validate = new Ajv({ verbose: true }).compile(schema);
  if (!validate(value)) throw invalid(source, document, validate.errors ?? []);
  return checked(value, source, document, path, disk);
}

interface Raw {
  readonly nodes?: Readonly<Record<string, { readonly root: string }>>;
  readonly clusters?: Readonly<Record<string, { readonly nodes: readonly string[] }>>;
  readonly targets?: string | Targets;
  readonly "fail-level"?: FailLevel;
  readonly ignore?: readonly string[];
}

function checked(value: Raw, source: Source, document: YamlDocument, path: string, disk: Disk): Config {
  const folder = dirname(path);
  const at = (keys: readonly (string | number)[]) => placeOf(source, offsetOf(document, keys));
  const nodes = new Map(
    Object.entries(value.nodes ?? {}).map(([name, { root }]) => [name, resolve(folder, root)]),
  );
  for (const [name, root] of nodes)
    if (!isFolder(disk, root))
      throw new UsageError(`${at(["nodes", name, "root"])}: the root of ${name} is no folder: ${root}`);
  return {
    path,
    nodes,
    clusters: new Map(Object.entries(value.clusters ?? {}).map(([name, { nodes }]) => [name, nodes])),
    ...(value.targets === undefined ? {} : { targets: targetsOf(value.targets, at(["targets"])) }),
    ...(value["fail-level"] === undefined ? {} : { failLevel: value["fail-level"] }),
    ignore: value.ignore ?? [],
    placeOf: at,
  };
}

function targetsOf(value: string | Targets, place: string): Targets {
  if (typeof value !== "string") return value;
  try {
    return parseTargets(value);
  } catch (error) {
    throw new UsageError(`${place}: ${(error as Error).message}`);
  }
}

/** The innermost of ajv's errors, at the line that it speaks of. */
function invalid(source: Source, document: YamlDocument, errors: readonly ErrorObject[]): UsageError {
  const depth = ({ instancePath }: ErrorObject) => instancePath.split("/").length;
  const error = [...errors].sort((a, b) => depth(b) - depth(a))[0]!;
  const { params, instancePath, keyword, parentSchema } = error;
  const keys = instancePath
    .split("/")
    .slice(1)
    .map((key) => key.replace(/~1/g, "/").replace(/~0/g, "~"));
  const name = keys.join(".") || "the file";
  const extra = params.additionalProperty as string | undefined;
  if (extra !== undefined) {
    const known = Object.keys(parentSchema?.properties ?? {});
    const place = placeOf(source, keyOffset(document, keys, extra));
    return new UsageError(`${place}: unknown key "${extra}" in ${name}${nearest(extra, known)}`);
  }
  const allowed = params.allowedValues as readonly string[] | undefined;
  const told = allowed ? `must be one of ${allowed.join(", ")}` : oneLine(error.message ?? keyword);
  return new UsageError(`${placeOf(source, offsetOf(document, keys))}: ${name} ${told}`);
}

const offsetOf = (document: YamlDocument, keys: readonly (string | number)[]): number => {
  const node = keys.length === 0 ? document.contents : document.getIn(keys, true);
  return (node as { range?: readonly number[] } | undefined)?.range?.[0] ?? 0;
};

function keyOffset(document: YamlDocument, keys: readonly string[], key: string): number {
  const map = keys.length === 0 ? document.contents : document.getIn(keys, true);
  const items = (
    map as { items?: readonly { key?: { value?: unknown; range?: readonly number[] } }[] } | undefined
  )?.items;
  return items?.find((item) => item.key?.value === key)?.key?.range?.[0] ?? offsetOf(document, keys);
}

const oneLine = (text: string): string => text.split("\n")[0]!.replace(/:$/, "");
