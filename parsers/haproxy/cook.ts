/** A reference to an environment variable inside double quotes, or bare in an address. */
export interface EnvReference {
  readonly name: string;
  /** Text after `-` in `${NAME-default}`. */
  readonly fallback?: string;
  /** `${NAME[*]}`: several words. */
  readonly list: boolean;
  /** Offsets in the raw word. */
  readonly start: number;
  readonly end: number;
}

/** What is wrong inside a word, with its place in the raw word. */
export interface CookFault {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** A word as haproxy sees it after quotes and escapes. */
export interface Cooked {
  readonly value: string;
  /** For each character of `value`, and for its end, the offset in the raw word. */
  readonly offsets: readonly number[];
  readonly references: readonly EnvReference[];
  readonly faults: readonly CookFault[];
  /** Some of it was written in quotes. */
  readonly quoted: boolean;
}

const controls: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r" };
const reference = /^\$(?:\{(\.?[A-Za-z_]\w*)(\[\*\])?(?:-([^}]*))?\}|([A-Za-z_]\w*))/;

/** Whether haproxy sees the word as it is written. */
export const isPlain = (raw: string): boolean => !/["'\\]/.test(raw);

/**
 * Takes quotes and escapes off a raw word, as src/tools.c parse_line() does: outside quotes and in `"…"` a backslash
 * protects blanks, `\\`, `#` and quotes and makes control characters and `\\xHH`; `\\$` only inside `"…"`; any other pair
 * stays as it is. A variable is kept as written: its value is the machine's.
 */
export function cook(raw: string): Cooked {
  if (isPlain(raw)) return plain(raw);
  const value: string[] = [];
  const offsets: number[] = [];
  const references: EnvReference[] = [];
  const faults: CookFault[] = [];
  const put = (text: string, at: number): void => {
    for (const unit of text.split("")) {
      value.push(unit);
      offsets.push(at);
    }
  };
  let quote = "";
  let i = 0;
  while (i < raw.length) {
    const c = raw[i]!;
    if (quote === "'" && c !== "'") put(c, i++);
    else if ((c === '"' && quote !== "'") || (c === "'" && quote !== '"')) {
      quote = quote === "" ? c : "";
      i++;
    } else if (c === "\\") i = readEscape(raw, i, quote, put, faults);
    else if (c === "$" && quote === '"') {
      const match = reference.exec(raw.slice(i));
      const end = match ? i + match[0].length : i + 1;
      if (match) references.push(referenceOf(match, i, end));
      else faults.push({ message: "a variable's name must follow $ in double quotes", start: i, end });
      put(raw.slice(i, end), i);
      i = end;
    } else put(c, i++);
  }
  offsets.push(raw.length);
  return { value: value.join(""), offsets, references, faults, quoted: /["']/.test(raw) };
}

const plain = (raw: string): Cooked => ({
  value: raw,
  offsets: Array.from({ length: raw.length + 1 }, (_, i) => i),
  references: [],
  faults: [],
  quoted: false,
});

function referenceOf(
  [, braced, list, fallback, bare]: RegExpExecArray,
  start: number,
  end: number,
): EnvReference {
  const common = { name: braced ?? bare ?? "", list: list !== undefined, start, end };
  return fallback === undefined ? common : { ...common, fallback };
}

/** Reads one escape at `at`; gives the offset after it. */
function readEscape(
  raw: string,
  at: number,
  quote: string,
  put: (text: string, at: number) => void,
  faults: CookFault[],
): number {
  const next = raw[at + 1];
  if (next === undefined) {
    put("\\", at);
    return at + 1;
  }
  if (next === "x") {
    const digits = /^[0-9A-Fa-f]{2}/.exec(raw.slice(at + 2))?.[0];
    if (!digits) faults.push({ message: "\\x needs two hexadecimal digits", start: at, end: at + 2 });
    put(digits ? String.fromCharCode(Number.parseInt(digits, 16)) : "\\x", at);
    return at + 2 + (digits?.length ?? 0);
  }
  if (controls[next]) put(controls[next], at);
  else if (/[ \\#'"]/.test(next) || (next === "$" && quote === '"')) put(next, at);
  else put(`\\${next}`, at);
  return at + 2;
}
