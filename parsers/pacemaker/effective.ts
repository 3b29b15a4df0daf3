import { compareVersions, type Version } from "../core/schema.ts";
import type { NvPair, NvSet } from "./model.ts";
import { booleanOf } from "./values.ts";

/** What counts of several pairs of one name. */
export interface Effective {
  readonly pair: NvPair;
  /** A set with a rule says something too, or this pair's own set has one: it may count or not. */
  readonly conditional: boolean;
}

const main = "cib-bootstrap-options";

/** Higher is asked first: the set `cib-bootstrap-options`, then scores, then the later one (pcmk_unpack_nvpair_blocks()). */
const inOrder = (sets: readonly NvSet[]): readonly NvSet[] =>
  [...sets]
    .reverse()
    .sort(
      (a, b) =>
        Number(b.id?.value === main) - Number(a.id?.value === main) ||
        (b.score?.value ?? 0) - (a.score?.value ?? 0),
    );

/** The pair that counts: of the first set that has the name its first one. */
export function effective(sets: readonly NvSet[], ...names: readonly string[]): Effective | undefined {
  const having = inOrder(sets).flatMap((set) => {
    const pair = set.pairs.find(({ name }) => names.includes(name.value));
    return pair ? [{ pair, conditional: set.rule !== undefined }] : [];
  });
  const first = having.find(({ conditional }) => !conditional) ?? having[0];
  return first && { pair: first.pair, conditional: having.some(({ conditional }) => conditional) };
}

/** What a switch says, or its default; undefined where a template, a rule or a wrong value leaves it open. */
export function switched(
  sets: readonly NvSet[],
  normally: boolean,
  ...names: readonly string[]
): boolean | undefined {
  const found = effective(sets, ...names);
  if (!found) return normally;
  const { value } = found.pair;
  return found.conditional || !value || value.hole ? undefined : booleanOf(value.value);
}

/** The names of the switch for fencing: the later one came with Pacemaker 3.0.2, the oldest went with Pacemaker 2. */
export const switchNames = (version?: Version): readonly string[] =>
  version && compareVersions(version, "3.0.2") < 0
    ? ["stonith-enabled", "stonith_enabled"]
    : ["stonith-enabled", "fencing-enabled", "stonith_enabled"];

/** Whether the cluster fences. A wrong value counts as the default, true. */
export function fences(properties: readonly NvSet[], version?: Version): boolean | undefined {
  const found = effective(properties, ...switchNames(version));
  if (!found) return true;
  const { value } = found.pair;
  if (found.conditional || value?.hole) return undefined;
  return booleanOf(value?.value ?? "") ?? true;
}
