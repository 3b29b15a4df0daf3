import type { TypeCheck } from "../core/format.ts";
import type { Age } from "../core/schema.ts";
import { isCidr, range } from "../core/types.ts";
import { listTypes } from "./lists.ts";
import { regexProblem } from "./regex.ts";
import { entry, tables } from "./tables.ts";
import { sizeOf, timeOf, type UnitFault } from "./units.ts";

const unitFaults: Readonly<Record<UnitFault, string>> = {
  number: "does not begin with a number",
  unit: "has a unit that haproxy does not know",
  overflow: "is too large",
};

const time: TypeCheck = (value, { unit = "ms", min, max }) => {
  const milliseconds = timeOf(value, unit);
  if (typeof milliseconds === "string")
    return milliseconds === "unit"
      ? "is no time: its unit must be us, ms, s, m, h or d"
      : milliseconds === "number"
        ? "is no time: it must begin with a whole number"
        : "is longer than 2147483647 ms (24.8 days)";
  if (max !== undefined && milliseconds > max) return `is longer than ${max} ms`;
  return min !== undefined && milliseconds < min ? "is too short" : undefined;
};

const size: TypeCheck = (value, { min }) => {
  const bytes = sizeOf(value);
  if (typeof bytes === "string") return `is no size: it ${unitFaults[bytes]}`;
  return min !== undefined && bytes < min ? `is not at least ${min}` : undefined;
};

/** Status codes that have an error page (src/http.c http_err_codes[]), with the release that added one. */
export const errorCodes: ReadonlyMap<string, Age> = new Map([
  ..."200 400 401 403 404 405 407 408 410 413 421 422 425 429 500 501 502 503 504"
    .split(" ")
    .map((code) => [code, {}] as const),
  ["414", { since: "3.1" }],
  ["431", { since: "3.1" }],
]);

const shaped =
  (pattern: RegExp, what: string): TypeCheck =>
  (value) =>
    pattern.test(value) ? undefined : `is not ${what}`;

const anything: TypeCheck = () => undefined;

/** As atol() reads it: what is no digit ends the number, and no digit is 0. */
const digitsOf = (value: string): number => Number(/^\s*[+-]?\d+/.exec(value)?.[0] ?? 0);

const leading: TypeCheck = (value, { min = -Infinity, max = Infinity }) => {
  const number = digitsOf(value);
  return number < min || number > max
    ? `is outside ${range(min, max === Infinity ? undefined : max)}`
    : undefined;
};

const converter: TypeCheck = (value) =>
  entry(tables.converters, value.split("(", 1)[0]!.split(",", 1)[0]!) || value.startsWith("lua.")
    ? undefined
    : "is neither a converter nor a word that may follow";

/** The types of schemas/haproxy.json. What has a grammar of its own inside is read by the model and judged by rules. */
export const types: Readonly<Record<string, TypeCheck>> = {
  time,
  time_or_infinite: (value, arg, word) => (value === "infinite" ? undefined : time(value, arg, word)),
  size,
  /** Decimal, octal or hexadecimal, as strtol() reads it. */
  c_integer: shaped(/^(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*)$/, "a number"),
  leading_integer: leading,
  /** A size since 3.1, digits before: what every release refuses. haproxy/size-unit judges the rest. */
  size_by_release: leading,
  /** How long the keys of a stick table are: what every release refuses. */
  key_length: (value) => (digitsOf(value) === 0 ? "is no length" : undefined),
  nonzero: shaped(/^[+-]?0*[1-9]\d*$/, "a number above 0"),
  name: shaped(
    /^[A-Za-z0-9_.:-]+$/,
    "a name: letters, digits, dots, colons, hyphens and underscores only are allowed",
  ),
  error_code: (value) =>
    errorCodes.has(value) ? undefined : "is no status that haproxy has an error page for",
  /** Of a cookie: the semicolon would end it. */
  attribute: shaped(/^[^;]*$/, "an attribute: it must have no semicolon"),
  /** As strtol() reads a file's mode, in base 8. */
  octal: shaped(/^[0-7]+$/, "a file mode: octal digits only are allowed"),
  processes: shaped(
    /^(all|odd|even|\d+(-\d+)?)$/,
    "a list of processes: all, odd, even, a number or a range",
  ),
  network: (value) => (isCidr(value) ? undefined : "is not a network"),
  hexadecimal: (value) =>
    /^([0-9a-fA-F]{2})+$/.test(value) ? undefined : "is not an even number of hexadecimal digits",
  parameter: shaped(/^\([^\n]*\)$/, "a parameter in parentheses"),
  filled_parameter: shaped(/^\([^\n]+\)$/, "a name in parentheses"),
  /** 0, or more than 100. */
  balance_factor: (value) => {
    const factor = Number.parseInt(value, 10) || 0;
    return factor === 0 || factor > 100 ? undefined : "is neither 0 nor above 100";
  },
  server_prefix: shaped(
    /^[A-Za-z0-9_.-]+$/,
    "a prefix: letters, digits, dots, hyphens and underscores only are allowed",
  ),
  /** Of `balance random`; a word that stands apart is not read. */
  draws: shaped(/^\((0*[1-9]\d*)?\)$|^[^(]/, "a number of draws in parentheses"),
  variable: shaped(/^\([^\n]+\)$/, "a variable in parentheses, such as (txn.name)"),
  /** In the global section. */
  process_variable: shaped(/^proc\.[A-Za-z0-9_.]+(,|$)/, "a variable of the process, such as proc.name"),
  /** Of the daemon itself, or written in Lua. */
  service: (value, { known = [] }) =>
    known.includes(value) || value.startsWith("lua.") ? undefined : "is no service that haproxy knows here",
  ...listTypes,
  converter,
  expression: anything,
  format: anything,
  condition: anything,
  regex: regexProblem,
  /** What is no number is read as an expression. */
  port_or_expression: (value) =>
    /^\d+$/.test(value) && (Number(value) < 1 || Number(value) > 65535) ? "is no port" : undefined,
  address: anything,
};
