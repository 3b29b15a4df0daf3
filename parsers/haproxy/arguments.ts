import type { Version } from "../core/schema.ts";
import { range } from "../core/types.ts";
import type { Call } from "./expression.ts";
import type { Fault } from "./inner.ts";
import { isVariable, variableProblem } from "./samples.ts";
import { knownAt, type Signature, type ValueDef } from "./tables.ts";

/** What a fetch or converter asks of its arguments beyond their kind (the check functions of src/sample.c and its kin). */
export function valueFaults(call: Call, { values = [] }: Signature, version?: Version): Fault[] {
  const given = call.args ?? [];
  return values.flatMap((def, i): Fault[] => {
    const arg = given[i];
    if (def.besideFirst && !given[0]?.value) return [];
    if (!arg || (arg.value === "" && def.filled))
      return def.filled
        ? [{ message: `${call.name} needs ${def.filled}`, at: arg ? call.whole : call.at }]
        : [];
    if (def.since && !knownAt(def, version))
      return [
        { message: `${call.name} takes ${arg.value || "this"} since haproxy ${def.since}`, at: arg.at },
      ];
    if (isVariable(arg.value) || (arg.value === "" && def.optional)) return [];
    const problem = problemOf(arg.value, def, version);
    const at = arg.value === "" ? call.whole : arg.at;
    return problem ? [{ message: `${arg.value || "an empty text"} ${problem}`, at }] : [];
  });
}

function problemOf(value: string, def: ValueDef, version?: Version): string | undefined {
  if (def.variables && !variableProblem(value, version))
    return knownAt(def.variables, version)
      ? undefined
      : `is a variable, which may stand here since haproxy ${def.variables.since}`;
  const { oneOf, min = -Infinity, max, type } = def;
  if (oneOf && !oneOf.includes(plainOf(value, def))) return `is not ${oneOf.join(", ")}`;
  const age = def.ages?.[plainOf(value, def)];
  if (age && !knownAt(age, version)) return `came with haproxy ${age.since}: ${version} does not know it`;
  const number = Number(value);
  if (number < min || (max !== undefined && number > max)) return `is outside ${range(min, max)}`;
  const what = type && kinds[type];
  return what && !what.test(value, version) ? `is not ${what.title}` : undefined;
}

/** As a list of words has it: numbers without their zeros. */
const plainOf = (value: string, { anyCase, bang }: ValueDef): string => {
  const text = bang ? value.replace(/^!+/, "") : value;
  if (/^[+-]?\d+$/.test(text)) return String(Number(text));
  return anyCase ? text.toLowerCase() : text;
};

interface Kind {
  readonly title: string;
  readonly test: (value: string, version?: Version) => boolean;
}

const shaped = (title: string, pattern: RegExp): Kind => ({ title, test: (value) => pattern.test(value) });

/** Of ValueDef.type. */
const kinds: Readonly<Record<string, Kind>> = {
  variable: {
    title: "the name of a variable, such as txn.name",
    test: (value, version) => !variableProblem(value, version),
  },
  integer: shaped("an integer", /^[+-]?\d+$/),
  control_mask: shaped(
    "a mask: a number, any or http",
    /^(any|http)$|^\+?(0[xX][0-9a-fA-F]+|0[bB][01]+|\d+)$/,
  ),
  base64: shaped("base64", /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/),
  hexadecimal: shaped("an even number of hexadecimal digits", /^([0-9a-fA-F]{2})+$/),
  /** Which of them there are is a matter of OpenSSL. */
  digest: shaped(
    "a message digest of OpenSSL, such as sha256",
    /^(rsa-)?(md\d|mdc2|sha|blake|ripemd|rmd|sm3|whirlpool|ssl\d|keccak|streebog|gost|id-)/i,
  ),
  character: shaped("one character", /^[\s\S]$/),
  token: shaped("a token of four characters", /^[\s\S]{4}$/),
  regex_flags: shaped("a flag: i and g only are known", /^[ig]*$/),
  nonzero: shaped("a position: it counts from 1, or from -1 at the end", /[1-9]/),
  fix_tag: shaped(
    "a tag of FIX: a number or BeginString, BodyLength, MsgType, SenderCompID, TargetCompID or CheckSum",
    /^(0*[1-9]\d*|beginstring|bodylength|msgtype|sendercompid|targetcompid|checksum)$/i,
  ),
};
