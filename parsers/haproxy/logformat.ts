import { type IToken, Lexer } from "chevrotain";
import { Grammar } from "../core/grammar.ts";
import { type Span, textOf } from "../core/source.ts";
import { createToken, validated } from "../core/tokens.ts";
import type { FormatItemCstNode, FormatTextCstNode } from "./cst.d.ts";
import { expressionOf, type Sample } from "./expression.ts";
import { type Fault, type Inner, partOf } from "./inner.ts";

/** `%ci`, `%{+Q}r`, `%[src]`, `%(name:str)[src]`. */
export interface FormatItem {
  /** `+Q,-E`: the words between braces. */
  readonly flags: readonly { readonly value: string; readonly at: Span }[];
  /** An alias such as `ci`. */
  readonly alias?: { readonly name: string; readonly at: Span };
  readonly sample?: Sample;
  /** `%(name:type)`: the name under which an encoder shows it (haproxy 3.0). */
  readonly name?: string;
  readonly at: Span;
}

/** A log format (src/log.c): text with items. */
export interface LogFormat {
  readonly items: readonly FormatItem[];
  readonly faults: readonly Fault[];
}

const Plain = createToken({ name: "Plain", pattern: /[\x00-$&-\uffff]+/ });
const Percent2 = createToken({ name: "Percent2", pattern: /%%/ });
const ItemName = createToken({ name: "ItemName", pattern: /%\([^)]*\)?/, push_mode: "item" });
const FirstFlags = createToken({ name: "FirstFlags", pattern: /%\{[^}]*\}?/, push_mode: "item" });
const FirstExpression = createToken({
  name: "FirstExpression",
  pattern:
    /%\[(?:[^\]("'\\]|\\[\x00-\uffff]|"(?:[^"\\]|\\[\x00-\uffff])*"|'[^']*'|\((?:[^)"'\\]|\\[\x00-\uffff]|"(?:[^"\\]|\\[\x00-\uffff])*"|'[^']*')*\)?|["'])*\]?/,
});
const FirstAlias = createToken({ name: "FirstAlias", pattern: /%[A-Za-z][A-Za-z0-9]*/ });
const Lone = createToken({ name: "Lone", pattern: /%/ });
/** What may follow a name or flags without another `%`. */
const Flags = createToken({ name: "Flags", pattern: /\{[^}]*\}?/ });
const Expression = createToken({
  name: "Expression",
  pattern: new RegExp(FirstExpression.PATTERN!.toString().slice(2, -1)),
  pop_mode: true,
});
const Alias = createToken({ name: "Alias", pattern: /[A-Za-z][A-Za-z0-9]*/, pop_mode: true });
const ItemEnd = createToken({ name: "ItemEnd", pattern: /[\x00-@\\-`|-\uffff]/, pop_mode: true });

const main = [Plain, Percent2, ItemName, FirstFlags, FirstExpression, FirstAlias, Lone];
const item = [Flags, Expression, Alias, ItemEnd];

/** Total over its tokens. */
export class LogFormatParser extends Grammar {
  constructor() {
    super([...main, ...item], { maxLookahead: 1, skipValidations: !validated });
    this.performSelfAnalysis();
  }

  readonly formatText = this.RULE("formatText", () => {
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(Plain) },
        { ALT: () => this.CONSUME(Percent2) },
        { ALT: () => this.CONSUME(Lone) },
        { ALT: () => this.SUBRULE(this.formatItem) },
        { ALT: () => this.CONSUME(Flags) },
        { ALT: () => this.CONSUME(Expression) },
        { ALT: () => this.CONSUME(Alias) },
        { ALT: () => this.CONSUME(ItemEnd) },
      ]);
    });
  });

  readonly formatItem = this.RULE("formatItem", () => {
    this.OR([
      { ALT: () => this.CONSUME(FirstExpression) },
      { ALT: () => this.CONSUME(FirstAlias) },
      {
        ALT: () => {
          this.OR2([{ ALT: () => this.CONSUME(ItemName) }, { ALT: () => this.CONSUME(FirstFlags) }]);
          this.OPTION(() => this.CONSUME(Flags));
          this.OPTION2(() => {
            this.OR3([{ ALT: () => this.CONSUME(Expression) }, { ALT: () => this.CONSUME(Alias) }]);
          });
        },
      },
    ]);
  });
}

let lexer: Lexer | undefined;
let parser: LogFormatParser | undefined;

/** Reads a log format from the unquoted text of a word. */
export function logFormatOf(inner: Inner): LogFormat {
  if (!inner.text.includes("%")) return { items: [], faults: [] };
  lexer ??= new Lexer(
    { defaultMode: "main", modes: { main, item } },
    { positionTracking: "onlyOffset", ensureOptimizations: true, skipValidations: !validated },
  );
  parser ??= new LogFormatParser();
  parser.input = lexer.tokenize(inner.text).tokens;
  const { children } = parser.formatText() as FormatTextCstNode;
  const faults: Fault[] = (children.Lone ?? [])
    .filter(({ startOffset }) => /^[0-9 \t]?$/.test(inner.text.charAt(startOffset + 1)))
    .map((token) => ({
      message: "a % before a blank, a digit or the end must be written %%",
      at: spanIn(inner, token),
    }));
  return { items: (children.formatItem ?? []).map((node) => itemOf(node, inner, faults)), faults };
}

const spanIn = (inner: Inner, { startOffset, image }: IToken): Span =>
  inner.spanOf(startOffset, startOffset + image.length);

function itemOf({ children }: FormatItemCstNode, inner: Inner, faults: Fault[]): FormatItem {
  const tokens = Object.values(children)
    .flat()
    .sort((a, b) => a.startOffset - b.startOffset);
  const [first, last] = [tokens[0]!, tokens.at(-1)!];
  const at = inner.spanOf(first.startOffset, last.startOffset + last.image.length);
  const flags = [...(children.FirstFlags ?? []), ...(children.Flags ?? [])].flatMap((token) =>
    flagsOf(token, inner),
  );
  const name = children.ItemName?.[0]?.image.slice(2).replace(/\)$/, "");
  const expression = children.FirstExpression?.[0] ?? children.Expression?.[0];
  const alias = children.FirstAlias?.[0] ?? children.Alias?.[0];
  for (const token of tokens) closed(token, inner, faults);
  if (!expression && !alias && name === undefined)
    faults.push({ message: `${textOf(at)} must be followed by an alias or [expression]`, at });
  return {
    flags,
    ...(name !== undefined ? { name } : {}),
    ...(alias ? { alias: { name: alias.image.replace(/^%/, ""), at: spanIn(inner, alias) } } : {}),
    ...(expression ? { sample: sampleOf(expression, inner) } : {}),
    at,
  };
}

const pairs: Readonly<Record<string, string>> = { "{": "}", "[": "]" };

function closed(token: IToken, inner: Inner, faults: Fault[]): void {
  const open = /^%?([[{])/.exec(token.image)?.[1];
  if (open && !token.image.endsWith(pairs[open]!))
    faults.push({ message: `the ${open} of a format item is not closed`, at: spanIn(inner, token) });
}

function sampleOf({ startOffset, image }: IToken, inner: Inner): Sample {
  const from = startOffset + image.indexOf("[") + 1;
  const to = startOffset + image.length - (image.endsWith("]") ? 1 : 0);
  return expressionOf(partOf(inner, from, to));
}

function flagsOf({ startOffset, image }: IToken, inner: Inner): { value: string; at: Span }[] {
  const from = image.indexOf("{") + 1;
  const text = image.slice(from).replace(/\}$/, "");
  let at = startOffset + from;
  return text.split(",").map((value) => {
    const begin = at;
    at += value.length + 1;
    return { value, at: inner.spanOf(begin, begin + value.length) };
  });
}
