import type { Value } from "./values.ts";

/** The expression cannot be read; the message is the end of a sentence. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

/** A word, number, string or sign of an expression. */
export interface Token {
  readonly type: "name" | "number" | "string" | "sign" | "end";
  readonly text: string;
}

const lexer =
  /\s+|(?<number>\d[\d_]*(?:\.\d+)?(?:[eE][-+]?\d+)?)|(?<name>[A-Za-z_]\w*)|(?<string>"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*')|(?<sign>\/\/|\*\*|==|!=|<=|>=|[-+*/%~|.,:()[\]{}<>=])/y;

const mostTokens = 2000;

/** The tokens of one expression. Throws Unreadable. */
export function tokensOf(code: string): Token[] {
  const tokens: Token[] = [];
  lexer.lastIndex = 0;
  while (lexer.lastIndex < code.length) {
    const at = lexer.lastIndex;
    const found = lexer.exec(code);
    if (!found) throw new Unreadable(`"${code.slice(at, at + 20)}" cannot be read`);
    const [type, text] = Object.entries(found.groups!).find(([, one]) => one !== undefined) ?? [];
    if (type && text !== undefined) tokens.push({ type: type as Token["type"], text });
    if (tokens.length > mostTokens) throw new Unreadable("this expression is too long");
  }
  return tokens;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };
/** What a string in quotes means. */
export const unquoted = (text: string): string =>
  text
    .slice(1, -1)
    .replace(/\\([\\'"ntr\n])/g, (_, char: string) => (char === "\n" ? "" : (escapes[char] ?? char)));

/** What digits mean. */
export function numberOf(text: string): Value {
  const value = Number(text.replace(/_/g, ""));
  return /[.eE]/.test(text) ? { kind: "float", value } : value;
}

/** Names that are values. */
export const constants: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["true", true],
  ["True", true],
  ["false", false],
  ["False", false],
  ["none", null],
  ["None", null],
]);
