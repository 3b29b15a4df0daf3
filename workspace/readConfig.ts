import { dirname, relative, resolve } from "node:path";
import { Ajv, type ErrorObject } from "ajv";
import { parseDocument, type Document as YamlDocument } from "yaml";
import { type Source, sourceOf } from "../parsers/core/source.ts";
import type { Targets } from "../rules/rule.ts";
import schema from "../schemas/halint.schema.json" with { type: "json" };
import type { Config, FailLevel, Override, RenderConfig, RuleSettings } from "./config.ts";
import { type Disk, isFolder, isWithin, readText } from "./disk.ts";
import { placeOf, UsageError } from "./problems.ts";
import { didYouMean, parseTargets } from "./targets.ts";

/** What a config may name. */
export interface Known {
  readonly profiles: readonly string[];
  /** Of every rule, by its id, what its options must be; undefined: it has none. */
  readonly rules: ReadonlyMap<string, object | undefined>;
}

/** Throws UsageError with file and line. Loaded only where there is a config: yaml and ajv cost more than a whole run. */
export function readConfig(path: string, cwd: string, disk: Disk, known: Known): Config {
  const content = readText(disk, path);
  if ("rule" in content) throw new UsageError(`${path} ${content.message}`);
  const source = sourceOf(relative(cwd, path) || path, content.text.replace(/^\uFEFF/, ""));
  const document = parseDocument(source.text, { prettyErrors: false });
  const [error] = document.errors;
  if (error) throw new UsageError(`${placeOf(source, error.pos[0])}: ${oneLine(error.message)}`);
  const value = (document.toJS() ?? {}) as Raw;
  const validate = new Ajv({ verbose: true, allowUnionTypes: true }).compile(schema);
  if (!validate(value)) throw invalid(source, document, validate.errors ?? []);
  checkNames(value, known, source, document);
  return checked(value, source, document, path, { cwd, disk });
}

interface Raw {
  readonly nodes?: Readonly<Record<string, { readonly root: string }>>;
  readonly clusters?: Readonly<Record<string, { readonly nodes: readonly string[] }>>;
  readonly targets?: string | Targets;
  readonly "fail-level"?: FailLevel;
  readonly ignore?: readonly string[];
  readonly extends?: string | readonly string[];
  readonly rules?: RuleSettings;
  readonly overrides?: readonly {
    readonly files: string | readonly string[];
    readonly rules: Override["rules"];
  }[];
  readonly suppressions?: { readonly "require-reason"?: boolean };
  readonly baseline?: string;
  readonly render?: {
    readonly inventory?: string | readonly string[];
    readonly vars?: object;
    readonly hosts?: Readonly<Record<string, object>>;
  };
}

const listOf = (value: string | readonly string[]): readonly string[] =>
  typeof value === "string" ? [value] : value;

function checked(
  value: Raw,
  source: Source,
  document: YamlDocument,
  path: string,
  { cwd, disk }: { readonly cwd: string; readonly disk: Disk },
): Config {
  const folder = dirname(path);
  const at = (keys: readonly (string | number)[]) => placeOf(source, offsetOf(document, keys));
  const nodes = new Map(
    Object.entries(value.nodes ?? {}).map(([name, { root }]) => [name, resolve(folder, root)]),
  );
  for (const [name, root] of nodes)
    if (!isFolder(disk, root))
      throw new UsageError(`${at(["nodes", name, "root"])}: the root of ${name} is no folder: ${root}`);
  const baseline = value.baseline === undefined ? undefined : resolve(folder, value.baseline);
  if (baseline !== undefined && !isWithin(baseline, folder))
    throw new UsageError(`${at(["baseline"])}: the baseline must lie in the folder of this file`);
  return {
    path,
    cwd,
    nodes,
    clusters: new Map(Object.entries(value.clusters ?? {}).map(([name, { nodes }]) => [name, nodes])),
    ...(value.targets === undefined ? {} : { targets: targetsOf(value.targets, at(["targets"])) }),
    ...(value["fail-level"] === undefined ? {} : { failLevel: value["fail-level"] }),
    ignore: value.ignore ?? [],
    profiles: listOf(value.extends ?? []),
    rules: value.rules ?? {},
    overrides: (value.overrides ?? []).map(({ files, rules }) => ({ files: listOf(files), rules })),
    requireReason: value.suppressions?.["require-reason"] ?? false,
    ...(baseline === undefined ? {} : { baseline }),
    ...(value.render === undefined ? {} : { render: renderOf(value.render, folder) }),
    placeOf: at,
  };
}

const renderOf = (
  { inventory = [], vars = {}, hosts = {} }: NonNullable<Raw["render"]>,
  folder: string,
): RenderConfig => ({ inventories: listOf(inventory).map((path) => resolve(folder, path)), vars, hosts });

function targetsOf(value: string | Targets, place: string): Targets {
  if (typeof value !== "string") return value;
  try {
    return parseTargets(value);
  } catch (error) {
    throw new UsageError(`${place}: ${(error as Error).message}`);
  }
}

/** Profiles and rules that are named must exist, and options be what their rule takes. */
function checkNames(value: Raw, { profiles, rules }: Known, source: Source, document: YamlDocument): void {
  const extended = value.extends;
  listOf(extended ?? []).forEach((name, i) => {
    if (profiles.includes(name)) return;
    const place = placeOf(
      source,
      offsetOf(document, typeof extended === "string" ? ["extends"] : ["extends", i]),
    );
    throw new UsageError(
      `${place}: unknown profile "${name}"${didYouMean(name, profiles)}; known: ${profiles.join(", ")}`,
    );
  });
  const ids = [...rules.keys()];
  const checkRules = (keys: readonly (string | number)[], settings: RuleSettings): void => {
    for (const [name, setting] of Object.entries(settings)) {
      const place = placeOf(source, keyOffset(document, keys, name));
      if (
        !(
          name === "*" ||
          ids.some((id) => id === name || (name.endsWith("/*") && id.startsWith(name.slice(0, -1))))
        )
      )
        throw new UsageError(`${place}: unknown rule "${name}"${didYouMean(name, ids)}`);
      if (typeof setting !== "string") checkOptions(name, setting[1], rules.get(name), [...keys, name, 1]);
    }
  };
  const checkOptions = (
    name: string,
    options: object,
    shape: object | undefined,
    keys: readonly (string | number)[],
  ): void => {
    if (!shape) throw new UsageError(`${placeOf(source, offsetOf(document, keys))}: ${name} has no options`);
    const validate = new Ajv({ verbose: true }).compile(shape);
    if (!validate(options)) throw invalid(source, document, validate.errors ?? [], keys);
  };
  checkRules(["rules"], value.rules ?? {});
  for (const [i, override] of (value.overrides ?? []).entries())
    checkRules(["overrides", i, "rules"], override.rules);
}

/** The innermost of ajv's errors, at the line that it speaks of. */
function invalid(
  source: Source,
  document: YamlDocument,
  errors: readonly ErrorObject[],
  above: readonly (string | number)[] = [],
): UsageError {
  const depth = ({ instancePath }: ErrorObject) => instancePath.split("/").length;
  const error = [...errors].sort((a, b) => depth(b) - depth(a))[0]!;
  const { params, instancePath, keyword, parentSchema } = error;
  const inner = instancePath
    .split("/")
    .slice(1)
    .map((key) => key.replace(/~1/g, "/").replace(/~0/g, "~"));
  const keys = [...above, ...inner];
  const name = keys.join(".") || "the file";
  const extra = params.additionalProperty as string | undefined;
  if (extra !== undefined) {
    const known = Object.keys(parentSchema?.properties ?? {});
    const place = placeOf(source, keyOffset(document, keys, extra));
    return new UsageError(`${place}: unknown key "${extra}" in ${name}${didYouMean(extra, known)}`);
  }
  const allowed = params.allowedValues as readonly string[] | undefined;
  const told = allowed ? `must be one of ${allowed.join(", ")}` : oneLine(error.message ?? keyword);
  return new UsageError(`${placeOf(source, offsetOf(document, keys))}: ${name} ${told}`);
}

const offsetOf = (document: YamlDocument, keys: readonly (string | number)[]): number => {
  const node = keys.length === 0 ? document.contents : document.getIn(keys, true);
  return (node as { range?: readonly number[] } | undefined)?.range?.[0] ?? 0;
};

function keyOffset(document: YamlDocument, keys: readonly (string | number)[], key: string): number {
  const map = keys.length === 0 ? document.contents : document.getIn(keys, true);
  const items = (
    map as { items?: readonly { key?: { value?: unknown; range?: readonly number[] } }[] } | undefined
  )?.items;
  return items?.find((item) => item.key?.value === key)?.key?.range?.[0] ?? offsetOf(document, keys);
}

const oneLine = (text: string): string => text.split("\n")[0]!.replace(/:$/, "");
