import {
  type FormatSchema,
  type KeywordDef,
  keywordsOf,
  schemaOf,
  type Verdict,
} from "../../parsers/core/schema.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { booleanOf, scoreOf, secondsOf } from "../../parsers/pacemaker/values.ts";
import schema from "../../schemas/pacemaker.json" with { type: "json" };

/** Cluster properties, meta attributes and options of operations: what stands as name=value in either syntax. */
const table: FormatSchema = schemaOf(schema);

export type Place = "property" | "meta" | "clone-meta" | "op";

export const optionsOf = (place: Place): Readonly<Record<string, KeywordDef>> => keywordsOf(table, place);

export function optionOf(place: Place, name: string): KeywordDef | undefined {
  const options = optionsOf(place);
  return Object.hasOwn(options, name) ? options[name] : undefined;
}

/** Why a value cannot be this option's, as the end of a sentence, and what crm_verify does with it. */
export interface ValueFault {
  readonly why: string;
  readonly daemon: Verdict;
  /** Pacemaker takes the digits that the value begins with. */
  readonly mild?: true;
}

export function valueFault(def: KeywordDef, { value, hole }: Word): ValueFault | undefined {
  const arg = def.args?.[0];
  if (!arg || hole) return undefined;
  const daemon = def.verdicts?.["wrong-value"] ?? "silent";
  const { oneOf } = arg;
  if (oneOf) {
    const fits = oneOf.some(
      (one) => one === value || (arg.anyCase && one.toLowerCase() === value.toLowerCase()),
    );
    return fits ? undefined : { why: `is not ${oneOf.slice(0, -1).join(", ")} or ${oneOf.at(-1)}`, daemon };
  }
  switch (arg.type) {
    case "boolean":
      return booleanOf(value) === undefined ? { why: "is neither true nor false", daemon } : undefined;
    case "duration":
      return secondsOf(value) === undefined ? { why: "is no time such as 20s or 5min", daemon } : undefined;
    case "integer":
    case "score":
      return numberFault(value, daemon);
    case "percentage":
      return /^\d+(\.\d+)?%?$/.test(value) ? undefined : { why: "is no percentage", daemon };
    default:
      return undefined;
  }
}

function numberFault(value: string, daemon: Verdict): ValueFault | undefined {
  if (scoreOf(value.trim()) !== undefined) return undefined;
  const why = "is neither a whole number nor INFINITY";
  return /^\s*[+-]?\d/.test(value) ? { why, daemon: "silent", mild: true } : { why, daemon };
}
