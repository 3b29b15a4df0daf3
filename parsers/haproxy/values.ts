import type { TypeCheck } from "../core/format.ts";
import { isCidr, range } from "../core/types.ts";
import { entry, tables } from "./tables.ts";
import { sizeOf, timeOf, type UnitFault } from "./units.ts";

const unitFaults: Readonly<Record<UnitFault, string>> = {
  number: "does not begin with a number",
  unit: "has a unit that haproxy does not know",
  overflow: "is too large",
};

const time: TypeCheck = (value, { unit = "ms", min }) => {
  const milliseconds = timeOf(value, unit);
  if (typeof milliseconds === "string")
    return milliseconds === "unit"
      ? "is no time: its unit must be us, ms, s, m, h or d"
      : milliseconds === "number"
        ? "is no time: it must begin with a whole number"
        : "is longer than 2147483647 ms (24.8 days)";
  return min !== undefined && milliseconds < min ? "is too short" : undefined;
};

const size: TypeCheck = (value, { min }) => {
  const bytes = sizeOf(value);
  if (typeof bytes === "string") return `is no size: it ${unitFaults[bytes]}`;
  return min !== undefined && bytes < min ? `is not at least ${min}` : undefined;
};

/** Status codes that have an error page (src/http.c http_err_codes[]). */
const errorCodes = new Set(
  "200 400 401 403 404 405 407 408 410 413 421 422 425 429 500 501 502 503 504".split(" "),
);

const shaped =
  (pattern: RegExp, what: string): TypeCheck =>
  (value) =>
    pattern.test(value) ? undefined : `is not ${what}`;

const anything: TypeCheck = () => undefined;

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
  /** As atol() reads it: what is no digit ends the number, and no digit is 0. */
  leading_integer: (value, { min = -Infinity, max = Infinity }) => {
    const number = Number(/^\s*[+-]?\d+/.exec(value)?.[0] ?? 0);
    return number < min || number > max
      ? `is outside ${range(min, max === Infinity ? undefined : max)}`
      : undefined;
  },
  /** Which of how many messages a log target gets: `1,3-5:6`. */
  sampling: shaped(/^\d+(-\d+)?(,\d+(-\d+)?)*:\d+$/, "a list of ranges and a size, such as 1:10"),
  count: (value, { min, max }) => {
    const [, low, high] = /^(\d+)(?:-(\d+))?$/.exec(value) ?? [];
    if (low === undefined) return "is neither a number nor a range";
    const wrong = [low, high ?? low].some(
      (one) => Number(one) < (min ?? 0) || Number(one) > (max ?? Infinity),
    );
    return wrong ? `is outside ${range(min, max)}` : undefined;
  },
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
  /** Of `balance random`; a word that stands apart is not read. */
  draws: shaped(/^\((0*[1-9]\d*)?\)$|^[^(]/, "a number of draws in parentheses"),
  variable: shaped(/^\([^\n]+\)$/, "a variable in parentheses, such as (txn.name)"),
  converter,
  expression: anything,
  format: anything,
  condition: anything,
  regex: anything,
  address: anything,
};
