/** What `~SEQ(i,1,3) …` and `~LST(i,a,b) …` mean: the variables' values for each copy of the rest of the line. */
export interface Copies {
  /** Where the line to be repeated begins. */
  readonly rest: number;
  readonly values: readonly (readonly (readonly [name: string, value: string])[])[];
}

const most = 10_000;

/** Reads the head of a line; undefined where it is no well-formed sequence, which the daemon rejects. */
export function repeated(text: string, defined: (name: string) => string | undefined): Copies | undefined {
  const head = /^~(SEQx|SEQ|LST)\(((?:[^(){}]|\{[^{}]*\}|\$\{\w+\})*)\)\s*/.exec(text);
  if (!head) return undefined;
  const inside = head[2]!.replace(/\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g, (all, a, b) => defined(a ?? b) ?? all);
  const values = head[1] === "LST" ? listed(inside) : counted(inside, head[1] === "SEQx");
  return values && { rest: head[0].length, values };
}

function counted(inside: string, hex: boolean): Copies["values"] | undefined {
  const [name = "", ...numbers] = inside.split(",").map((part) => part.trim());
  const [a = Number.NaN, b, c] = numbers.map(base0);
  const [start, step, end] =
    c !== undefined ? [a, b!, c] : b !== undefined ? [a, a > b ? -1 : 1, b] : [1, 1, a];
  if (!name || [start, step, end].some(Number.isNaN) || step === 0 || numbers.length > 3) return undefined;
  if ((end - start) * step < 0) return undefined;
  const count = Math.min(most, Math.floor((end - start) / step) + 1);
  return Array.from({ length: count }, (_, i) => [
    [name, (start + i * step).toString(hex ? 16 : 10)] as const,
  ]);
}

/** A number as C's strtol reads it: 0x and 0 say the base. */
const base0 = (text: string): number =>
  /^[+-]?0x[\da-f]+$/i.test(text)
    ? Number.parseInt(text, 16)
    : /^[+-]?0[0-7]+$/.test(text)
      ? Number.parseInt(text, 8)
      : /^[+-]?\d+$/.test(text)
        ? Number(text)
        : Number.NaN;

function listed(inside: string): Copies["values"] | undefined {
  const parts = [...inside.matchAll(/\{([^{}]*)\}|([^,{}\s][^,{}]*)/g)].map((match) =>
    match[1] !== undefined ? match[1].split(",").map((part) => part.trim()) : [match[2]!.trim()],
  );
  const [names, ...rows] = parts;
  if (!names || rows.length > most || rows.some((row) => row.length !== names.length)) return undefined;
  return rows.map((row) => names.map((name, i) => [name, row[i]!] as const));
}
