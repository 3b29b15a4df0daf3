import { type Expr, expressionOf, loopOf, parametersOf } from "./expression.ts";
import { isMark, type Mark, type Piece, piecesOf } from "./pieces.ts";
import { Unreadable } from "./tokens.ts";
import { unknown } from "./values.ts";

export interface Arm {
  readonly mark: Mark;
  /** Absent: `else`. */
  readonly test?: Expr;
  readonly body: readonly Part[];
}

/** A template, or a piece of one. */
export type Part =
  | { readonly kind: "text"; readonly from: number; readonly to: number }
  | { readonly kind: "output"; readonly mark: Mark; readonly value: Expr }
  /** Stays as it is written, for the mask to read; `sets` are names that it may give another value. */
  | {
      readonly kind: "left";
      readonly from: number;
      readonly to: number;
      readonly sets: readonly string[];
      readonly missed?: string;
    }
  | { readonly kind: "if"; readonly arms: readonly Arm[]; readonly close: Mark }
  | {
      readonly kind: "for";
      readonly open: Mark;
      readonly targets: readonly string[];
      readonly of: Expr;
      readonly test?: Expr;
      readonly body: readonly Part[];
      readonly otherwise?: Arm;
      readonly close: Mark;
    }
  | { readonly kind: "set"; readonly names: readonly string[]; readonly value: Expr | readonly Part[] }
  | {
      readonly kind: "within";
      readonly names: readonly (readonly [string, Expr])[];
      readonly body: readonly Part[];
    }
  | {
      readonly kind: "macro";
      readonly name: string;
      readonly parameters: readonly (readonly [string, Expr])[];
      readonly body: readonly Part[];
    };

export interface Template {
  readonly parts: readonly Part[];
  /** Lists and mappings that the template itself changes. */
  readonly changed: ReadonlySet<string>;
}

/** Reads a template as Ansible does: the line end behind a block goes with it. Throws Unreadable where its blocks do not close. */
export function templateOf(text: string): Template {
  const pieces = piecesOf(text);
  const changes =
    /\b([A-Za-z_]\w*)(?:\.\w+|\[[^\]\n]*\])*\.(?:append|extend|insert|pop|popitem|update|remove|clear|setdefault|sort|reverse)\s*\(/g;
  const changed = new Set([...text.matchAll(changes)].map(([, name]) => name!));
  return { parts: partsOf(pieces, text), changed };
}

const unreadable = (read: () => Expr): Expr => {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return { kind: "value", value: unknown };
    throw error;
  }
};
const expr = (code: string): Expr => unreadable(() => expressionOf(code));

/** How deep blocks may stand in each other. */
const mostDepth = 100;

function partsOf(pieces: readonly Piece[], text: string): Part[] {
  let next = 0;
  let depth = 0;

  /** Parts up to a tag with one of these words, which is taken. */
  const until = (...words: string[]): { parts: Part[]; end: Mark } => {
    const parts: Part[] = [];
    if (++depth > mostDepth) throw new Unreadable("its blocks are nested too deeply");
    while (next < pieces.length) {
      const piece = pieces[next++]!;
      if (isMark(piece) && piece.sort === "{%" && words.includes(piece.word)) {
        depth--;
        return { parts, end: piece };
      }
      parts.push(...partOf(piece));
    }
    throw new Unreadable(`{% ${words.at(-1)} %} is missing`);
  };

  const partOf = (piece: Piece): Part[] => {
    if (!isMark(piece)) return [{ kind: "text", from: piece.from, to: piece.to }];
    if (piece.sort === "{{") return [{ kind: "output", mark: piece, value: expr(piece.rest) }];
    // A comment for halint counts in what is made, too.
    if (piece.sort === "{#")
      return /\bhalint-/.test(text.slice(piece.from, piece.to)) ? [left(piece, piece)] : [];
    return piece.sort === "#" ? [] : blockOf(piece);
  };

  const left = (open: Mark, close: Mark, missed?: string): Part => ({
    kind: "left",
    from: open.from,
    to: close.to,
    sets: setsIn(text.slice(open.from, close.to)),
    ...(missed ? { missed } : {}),
  });

  const blockOf = (mark: Mark): Part[] => {
    const { word, rest } = mark;
    switch (word) {
      case "if":
        return [conditionOf(mark)];
      case "for":
        return [repeatOf(mark)];
      case "set":
        return setOf(mark);
      case "with":
        return [{ kind: "within", names: parametersOf(rest), body: until("endwith").parts }];
      case "block":
      case "autoescape":
        return [{ kind: "within", names: [], body: until(`end${word}`).parts }];
      case "macro": {
        const [, name = "", written = ""] = /^(\w+)\s*\(([\s\S]*)$/.exec(rest) ?? [];
        return [{ kind: "macro", name, parameters: parametersOf(written), body: until("endmacro").parts }];
      }
      case "raw":
      case "filter":
      case "call": {
        const { end } = until(`end${word}`);
        return [left(mark, end, word === "raw" ? undefined : `{% ${word} %} is not evaluated`)];
      }
      case "import":
      case "from":
        return [{ ...left(mark, mark, `{% ${word} %} is not followed`), sets: imported(rest) } as Part];
      case "include":
        return [left(mark, mark, "{% include %} is not followed")];
      case "do":
        return [];
      default:
        throw new Unreadable(`{% ${word} %} is not evaluated here`);
    }
  };

  const conditionOf = (open: Mark): Part => {
    const arms: Arm[] = [];
    for (let mark = open; ; ) {
      const { parts, end } = mark.word === "else" ? until("endif") : until("elif", "else", "endif");
      arms.push({ mark, body: parts, ...(mark.word === "else" ? {} : { test: expr(mark.rest) }) });
      if (end.word === "endif") return { kind: "if", arms, close: end };
      mark = end;
    }
  };

  const repeatOf = (open: Mark): Part => {
    const { targets, of, test, recursive } = loopOf(open.rest);
    const first = until("else", "endfor");
    const second = first.end.word === "else" ? until("endfor") : undefined;
    return {
      kind: "for",
      open,
      targets,
      of: recursive ? { kind: "value", value: unknown } : of,
      ...(test ? { test } : {}),
      body: first.parts,
      ...(second ? { otherwise: { mark: first.end, body: second.parts } } : {}),
      close: second?.end ?? first.end,
    };
  };

  const setOf = ({ rest }: Mark): Part[] => {
    const [, written = "", value] =
      /^([\w\s,.]+?)\s*(?:=(?!=)\s*([\s\S]*))?$/.exec(rest.replace(/^([\w\s,.]+?)\s*\|[\s\S]*$/, "$1")) ?? [];
    const names = written.split(",").map((name) => name.trim());
    if (value === undefined) {
      const filtered = /^[\w\s]+\|/.test(rest);
      const { parts } = until("endset");
      return [{ kind: "set", names, value: filtered ? { kind: "value", value: unknown } : parts }];
    }
    return [{ kind: "set", names, value: expr(value) }];
  };

  const parts: Part[] = [];
  while (next < pieces.length) parts.push(...partOf(pieces[next++]!));
  return parts;
}

/** Names behind `set` in text that is left as it is. */
const setsIn = (text: string): string[] =>
  [...text.matchAll(/\{%[-+]?\s*set\s+([\w\s,]+?)\s*(?:=|%\}|-%\})/g)].flatMap(([, names]) =>
    names!.split(",").map((name) => name.trim()),
  );

/** "x" of `import "f" as x`; "a" and "c" of `from "f" import a, b as c`. */
const imported = (rest: string): string[] => {
  const listed = /\bimport\s+([\s\S]*?)(?:\bwith(?:out)?\s+context)?$/.exec(` ${rest}`)?.[1];
  const named = listed === undefined ? (/\bas\s+(\w+)/.exec(rest)?.[1] ?? "") : listed;
  return named.split(",").map((one) => one.trim().split(/\s+/).at(-1)!);
};

/** Names that these parts may give another value in the scope that they stand in. */
export const setsOf = (parts: readonly Part[]): string[] =>
  parts.flatMap((part) => {
    if (part.kind === "set") return part.names;
    if (part.kind === "left") return part.sets;
    if (part.kind === "macro") return [part.name];
    return part.kind === "if" ? part.arms.flatMap(({ body }) => setsOf(body)) : [];
  });
