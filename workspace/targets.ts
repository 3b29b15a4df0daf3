import type { Targets } from "../rules/rule.ts";
import { nearest } from "../rules/schema/suggest.ts";
import table from "../schemas/targets.json" with { type: "json" };
import { UsageError } from "./problems.ts";

type Preset = Readonly<Record<string, { readonly version: string; readonly source: string }>>;

const presets = new Map(Object.entries(table.presets as Readonly<Record<string, Preset>>));
/** What `--target` calls a daemon, and the package that ships it under another name. */
const daemons = new Map(
  Object.entries(table.daemons).flatMap(([id, name]) => [[id, id] as const, [name, id] as const]),
);

export const presetNames: readonly string[] = [...presets.keys()];

/** `debian-12`, `keepalived=2.2.7`, or several with commas, the later over the earlier. Throws UsageError. */
export function parseTargets(text: string): Targets {
  const targets = new Map<string, string>();
  for (const part of text.split(",").map((word) => word.trim()))
    for (const [daemon, version] of parsePart(part)) targets.set(daemon, version);
  return Object.fromEntries(targets);
}

function parsePart(part: string): Iterable<readonly [string, string]> {
  const [name = "", version, ...more] = part.split("=").map((word) => word.trim());
  if (version === undefined) {
    const preset = presets.get(name.toLowerCase());
    if (preset) return Object.entries(preset).map(([daemon, { version }]) => [daemon, version] as const);
    const hint = daemons.has(name)
      ? ` (a version of it is written ${name}=2.2.7)`
      : didYouMean(name, presets.keys());
    throw new UsageError(
      `unknown target "${part}"${hint}; known: ${presetNames.join(", ")}, or daemon=version`,
    );
  }
  const daemon = daemons.get(name);
  if (!daemon)
    throw new UsageError(`unknown daemon "${name}" in target "${part}"${didYouMean(name, daemons.keys())}`);
  if (more.length > 0 || !/^\d+(\.\d+)*$/.test(version))
    throw new UsageError(
      `"${version}" in target "${part}" is no version: write numbers with dots, such as 2.2.7`,
    );
  return [[daemon, version]];
}

/** `; did you mean "debian-12"?`, or nothing where nothing is near. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const near = nearest(word, known);
  return near === undefined ? "" : `; did you mean "${near}"?`;
}
