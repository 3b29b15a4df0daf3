import type { Word } from "../../parsers/core/tree.ts";
import type { NvPair, Operation, Pacemaker, Primitive } from "../../parsers/pacemaker/model.ts";
import { secondsOf } from "../../parsers/pacemaker/values.ts";

export const optionIn = ({ options }: Operation, name: string): NvPair | undefined =>
  options.find((pair) => pair.name.value === name);

/** Seconds between two runs; 0 where none is written or none can be read, as Pacemaker takes it. undefined: a template's. */
export function intervalOf(operation: Operation): number | undefined {
  const value = optionIn(operation, "interval")?.value;
  if (value?.hole) return undefined;
  return value ? (secondsOf(value.value) ?? 0) : 0;
}

/** A primitive's operations, its template's where it has none of that name; undefined where one is not in the file. */
export function operationsOf(model: Pacemaker, primitive: Primitive): readonly Operation[] | undefined {
  const { template, ops } = primitive;
  if (ops.some(({ idRef, name }) => idRef || name.hole)) return undefined;
  if (!template) return ops;
  const base = model.templates.find(({ id }) => id.value === template.value);
  if (!base || template.hole) return undefined;
  return [...ops, ...base.ops.filter(({ name }) => !ops.some((own) => own.name.value === name.value))];
}

export const roleOf = (operation: Operation): Word | undefined => optionIn(operation, "role")?.value;
