import {
  type Age,
  type ArgDef,
  compareVersions,
  type FormatSchema,
  type KeywordDef,
  keywordsOf,
  schemaOf,
  type Verdict,
  type Version,
  verdictIn,
} from "../../parsers/core/schema.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { booleanOf, scoreOf, secondsOf } from "../../parsers/pacemaker/values.ts";
import schema from "../../schemas/pacemaker.json" with { type: "json" };

/** Cluster properties, meta attributes and options of operations: what stands as name=value in either syntax. */
const table: FormatSchema = schemaOf(schema);

export type Place = "cib" | "property" | "meta" | "clone-meta" | "op";

export const optionsOf = (place: Place): Readonly<Record<string, KeywordDef>> => keywordsOf(table, place);

export function optionOf(place: Place, name: string): KeywordDef | undefined {
  const options = optionsOf(place);
  return Object.hasOwn(options, name) ? options[name] : undefined;
}

/** Why a value cannot be this option's, as the end of a sentence, and what crm_verify does with it. */
export interface ValueFault {
  readonly why: string;
  readonly daemon: Verdict;
  /** Pacemaker takes what the value begins with. */
  readonly mild?: true;
}

/** Without a version every value that some release takes is none. */
export function valueFault(
  def: KeywordDef,
  { value, hole }: Word,
  version?: Version,
): ValueFault | undefined {
  const arg = def.args?.[0];
  if (!arg || hole) return undefined;
  const daemon = verdictIn(def.verdicts?.["wrong-value"] ?? "silent", version);
  if (arg.oneOf) return choiceFault(arg, value, daemon, version);
  switch (arg.type) {
    case "boolean":
      return booleanOf(value) === undefined ? { why: "is neither true nor false", daemon } : undefined;
    case "duration":
      return durationFault(value, daemon);
    case "integer":
    case "score":
      return numberFault(arg, value, daemon);
    case "percentage":
      return /^\d+(\.\d+)?%?$/.test(value) ? undefined : { why: "is no percentage", daemon };
    default:
      return undefined;
  }
}

function durationFault(value: string, daemon: Verdict): ValueFault | undefined {
  const seconds = secondsOf(value);
  if (seconds === undefined) return { why: "is no time such as 20s or 5min", daemon };
  return unit.test(value)
    ? undefined
    : { why: `is read as ${seconds}s: what follows the unit is passed over`, daemon: "silent", mild: true };
}

/** Units in full and in short; only their first letters are read. A comma behind one is crmsh/id-character's. */
const unit = /^P|^[^a-z]*(?:us|usecs?|ms|msecs?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?)?[^a-z\d]*$/i;

/** The values of an option that no release has given up. */
export const choicesOf = ({ oneOf = [], values = {} }: ArgDef): readonly string[] =>
  oneOf.filter((one) => !values[one]?.removed);

/** What is known of a value's age. */
export function ageOf(def: KeywordDef | undefined, value: string): Age | undefined {
  const { args: [arg] = [] } = def ?? {};
  const written = arg && (choiceOf(arg, value) ?? value);
  return written && arg?.values && Object.hasOwn(arg.values, written) ? arg.values[written] : undefined;
}

const choiceOf = ({ oneOf, anyCase }: ArgDef, value: string): string | undefined =>
  oneOf?.find((one) => one === value || (anyCase && one.toLowerCase() === value.toLowerCase()));

function choiceFault(
  arg: ArgDef,
  value: string,
  daemon: Verdict,
  version: Version | undefined,
): ValueFault | undefined {
  const choice = choiceOf(arg, value);
  const choices = choicesOf(arg);
  if (choice === undefined)
    return { why: `is not ${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`, daemon };
  const since = arg.values?.[choice]?.since;
  return since && version && compareVersions(version, since) < 0
    ? { why: `came with Pacemaker ${since}`, daemon }
    : undefined;
}

function numberFault(arg: ArgDef, value: string, daemon: Verdict): ValueFault | undefined {
  const number = scoreOf(value.trim());
  if (number !== undefined && arg.min !== undefined && number < arg.min) {
    const instead = arg.otherwise ? `: ${arg.otherwise}` : "";
    return { why: `is less than ${arg.min}${instead}`, daemon: arg.verdict ?? daemon };
  }
  if (number !== undefined) return undefined;
  const why = "is neither a whole number nor INFINITY";
  return /^\s*[+-]?\d/.test(value) ? { why, daemon: "silent", mild: true } : { why, daemon };
}
