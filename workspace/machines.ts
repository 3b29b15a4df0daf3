import { areSame } from "../parsers/core/remembered.ts";
import type { Source } from "../parsers/core/source.ts";
import type { Targets } from "../rules/rule.ts";
import type { NodePlan } from "./nodes.ts";
import type { Placed } from "./place.ts";
import type { ReadNode } from "./read.ts";
import type { Sources } from "./sources.ts";
import { isStill, type Trace } from "./trace.ts";

/** Machines as an editor's last run read them, which stay the same objects where nothing of theirs has changed. */
export interface Machines {
  readonly before: ReadonlyMap<string, Machine>;
  /** Filled by this run. */
  readonly known: Map<string, Machine>;
}

/** What all machines of a run hang on. */
export interface World {
  readonly disk: object;
  readonly trusted: readonly string[];
  readonly targets: Targets;
  readonly present: readonly string[];
}

/** One machine, and all that its reading hung on. */
export interface Machine {
  readonly world: World;
  readonly plan: NodePlan;
  /** The plan's files that were read by themselves. */
  readonly files: readonly Source[];
  readonly trace: Trace;
  readonly reached: readonly Source[];
  readonly result: ReadNode;
}

/** A machine's name and place. */
export const keyOf = ({ root, name }: NodePlan): string => `${root}\0${name}`;

/** Whether the machine would be read now as it was before. */
export function isUnchanged(
  machine: Machine | undefined,
  world: World,
  plan: NodePlan,
  files: readonly Source[],
  sources: Sources,
): machine is Machine {
  return (
    machine !== undefined &&
    isSameWorld(machine.world, world) &&
    isSamePlan(machine.plan, plan) &&
    areSame(machine.files, files) &&
    isStill(machine.trace, sources)
  );
}

/** Whether what all machines hang on is the same. */
export const isSameWorld = (a: World, b: World): boolean =>
  a === b ||
  (a.disk === b.disk &&
    areSame(a.trusted, b.trusted) &&
    areSame(a.present, b.present) &&
    JSON.stringify(a.targets) === JSON.stringify(b.targets));

function isSamePlan(a: NodePlan, b: NodePlan): boolean {
  if (a === b) return true;
  const { files, nameAt, ...rest } = a;
  const { files: others, nameAt: otherAt, ...otherRest } = b;
  return (
    areEqual(rest, otherRest) &&
    nameAt?.source === otherAt?.source &&
    nameAt?.start === otherAt?.start &&
    nameAt?.end === otherAt?.end &&
    files.length === others.length &&
    files.every((file, i) => areEqual<Placed>(file, others[i]!))
  );
}

/** Whether two flat objects hold the same. */
function areEqual<Flat extends object>(a: Flat, b: Flat): boolean {
  const keys = Object.keys(a) as (keyof Flat)[];
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
