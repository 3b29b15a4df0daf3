import { holeChar } from "../core/templateMask.ts";

/** What `~SEQ(i,1,3) …` and `~LST(i,a,b) …` mean: the variables' values for each copy of the rest of the line. */
export interface Copies {
  /** Where the line to be repeated begins. */
  readonly rest: number;
  readonly values: readonly (readonly (readonly [name: string, value: string])[])[];
}

/** A head that the daemon refuses, and drops its line with it. */
export interface Refused {
  /** Where the head ends. */
  readonly end: number;
  /** The end of a sentence that names the head. */
  readonly why: string;
}

const most = 10_000;

type Values = Copies["values"] | string;

/** Reads the head of a line; undefined where it is none, or one whose values the daemon makes up. */
export function repeated(
  text: string,
  defined: (name: string) => string | undefined,
): Copies | Refused | undefined {
  const head = /^~(SEQx|SEQ|LST)[ \t]*\(((?:[^(){}]|\{[^{}]*\}|\$\{\w+\})*)\)\s*/.exec(text);
  if (!head)
    return /^~(?:SEQ|LST)[^)]*$/.test(text)
      ? { end: text.length, why: "it has no closing parenthesis" }
      : undefined;
  const inside = head[2]!.replace(/\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g, (all, a, b) => defined(a ?? b) ?? all);
  const values = head[1] === "LST" ? listed(inside) : counted(inside, head[1] === "SEQx");
  if (typeof values !== "string") return { rest: head[0].length, values };
  return isKnown(inside) ? { end: head[0].trimEnd().length, why: values } : undefined;
}

/** Whether no template's tag and no variable of the daemon's own stands in it. */
const isKnown = (inside: string): boolean => !inside.includes(holeChar) && !/\$\{?_/.test(inside);

function counted(inside: string, hex: boolean): Values {
  const [name = "", ...numbers] = inside.split(",").map((part) => part.trim());
  const [a, b, c] = numbers.map(base0);
  if (!name || a === undefined || numbers.length > 3) return "it takes a name and one to three numbers";
  const wrong = numbers.find((number) => Number.isNaN(base0(number)));
  if (wrong !== undefined) return `${wrong} is not a number`;
  const [start, step, end] =
    c !== undefined
      ? [a, b!, c]
      : b !== undefined
        ? [a, a > b ? -1 : 1, b]
        : [a < 0 ? -1 : 1, a < 1 ? -1 : 1, a];
  if (step === 0 || (end - start) * step < 0) return `steps of ${step} do not lead from ${start} to ${end}`;
  if (hex && (start < 0 || end < 0)) return "~SEQx counts no negative numbers";
  const count = Math.min(most, Math.floor((end - start) / step) + 1);
  return Array.from({ length: count }, (_, i) => [
    [name, (start + i * step).toString(hex ? 16 : 10)] as const,
  ]);
}

/** A number as C's strtol reads it: 0x and 0 say the base; one that is left out is 0. */
const base0 = (text: string): number =>
  text === ""
    ? 0
    : /^[+-]?0x[\da-f]+$/i.test(text)
      ? Number.parseInt(text, 16)
      : /^[+-]?0[0-7]+$/.test(text)
        ? Number.parseInt(text, 8)
        : /^[+-]?(?:0|[1-9]\d*)$/.test(text)
          ? Number(text)
          : Number.NaN;

/** A value that a row leaves out is empty. */
function listed(inside: string): Values {
  const parts = [...inside.matchAll(/\{([^{}]*)\}|([^,{}\s][^,{}]*)/g)].map((match) => ({
    text: match[0].trim(),
    values: match[1] !== undefined ? match[1].split(",").map((part) => part.trim()) : [match[2]!.trim()],
  }));
  const [names, ...rows] = parts;
  if (!names || (rows.length === 0 && !inside.includes(","))) return "it has no values";
  const long = rows.find(({ values }) => values.length > names.values.length);
  if (long) return `${long.text} has more values than there are names`;
  return rows
    .slice(0, most)
    .map(({ values }) => names.values.map((name, i) => [name, values[i] ?? ""] as const));
}
