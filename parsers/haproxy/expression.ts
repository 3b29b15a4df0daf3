import { type IToken, Lexer } from "chevrotain";
import { Grammar } from "../core/grammar.ts";
import type { Span } from "../core/source.ts";
import { createToken, validated } from "../core/tokens.ts";
import type { ArgCstNode, CallCstNode, SampleCstNode } from "./cst.d.ts";
import type { Fault, Inner } from "./inner.ts";

/** One argument of a fetch or converter, quotes off. */
export interface Argument {
  readonly value: string;
  readonly at: Span;
}

/** `req.hdr(host,-1)` or `lower`. */
export interface Call {
  readonly name: string;
  /** The name alone. */
  readonly at: Span;
  /** Absent without parentheses; `()` gives one empty argument as haproxy sees none: []. */
  readonly args?: readonly Argument[];
  /** With the parentheses. */
  readonly whole: Span;
}

/** A sample expression: a fetch and what its value goes through (src/sample.c sample_parse_expr()). */
export interface Sample {
  readonly fetch?: Call;
  readonly converters: readonly Call[];
  readonly at: Span;
  readonly faults: readonly Fault[];
}

const Name = createToken({ name: "Name", pattern: /[A-Za-z0-9_.+-]+/ });
const Comma = createToken({ name: "Comma", pattern: /,/ });
const LParen = createToken({ name: "LParen", pattern: /\(/, push_mode: "args" });
const RParen = createToken({ name: "RParen", pattern: /\)/, pop_mode: true });
const Junk = createToken({ name: "Junk", pattern: /[\x00-'*/:-@[-^`{-\uffff]+|\)/ });
/** Plain text of an argument: ends at a comma, a parenthesis, a quote or a backslash. */
const ArgText = createToken({ name: "ArgText", pattern: /[\x00-!#-&(*+\--[\]-\uffff]+/ });
const ArgQuoted = createToken({ name: "ArgQuoted", pattern: /"(?:[^"\\]|\\[\x00-\uffff])*"|'[^']*'/ });
const ArgEscape = createToken({ name: "ArgEscape", pattern: /\\[\x00-\uffff]?/ });
const ArgOpenQuote = createToken({ name: "ArgOpenQuote", pattern: /["'][\x00-\uffff]*/ });

const modes = {
  defaultMode: "main",
  modes: {
    main: [Name, Comma, LParen, Junk],
    args: [Comma, RParen, ArgText, ArgQuoted, ArgEscape, ArgOpenQuote],
  },
};
const vocabulary = [Name, Comma, LParen, RParen, Junk, ArgText, ArgQuoted, ArgEscape, ArgOpenQuote];

/** Total: what does not fit is left over, and `expressionOf` says so. */
export class ExpressionParser extends Grammar {
  constructor() {
    super(vocabulary, { maxLookahead: 1, skipValidations: !validated });
    this.performSelfAnalysis();
  }

  readonly sample = this.RULE("sample", () => {
    this.OPTION(() => this.SUBRULE(this.call));
    this.MANY(() => {
      this.CONSUME(Comma);
      this.OPTION2(() => this.SUBRULE2(this.call));
    });
  });

  readonly call = this.RULE("call", () => {
    this.CONSUME(Name);
    this.OPTION(() => {
      this.CONSUME(LParen);
      this.SUBRULE(this.arg);
      this.MANY(() => {
        this.CONSUME(Comma);
        this.SUBRULE2(this.arg);
      });
      this.OPTION2(() => this.CONSUME(RParen));
    });
  });

  readonly arg = this.RULE("arg", () => {
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(ArgText) },
        { ALT: () => this.CONSUME(ArgQuoted) },
        { ALT: () => this.CONSUME(ArgEscape) },
        { ALT: () => this.CONSUME(ArgOpenQuote) },
      ]);
    });
  });
}

let lexer: Lexer | undefined;
let parser: ExpressionParser | undefined;

const simple = /^([A-Za-z0-9_.+-]+)(?:\(([^\x00-\x20()"'\\,]+)\))?$/;

/** A fetch with one plain argument or none, as most are, without the cost of the grammar. */
function simpleOf(inner: Inner): Sample | undefined {
  const { text } = inner;
  const match = simple.exec(text);
  if (!match) return undefined;
  const [, name = "", value] = match;
  const whole = inner.spanOf(0, text.length);
  const at = value === undefined ? whole : inner.spanOf(0, name.length);
  const args =
    value === undefined ? {} : { args: [{ value, at: inner.spanOf(name.length + 1, text.length - 1) }] };
  return { fetch: { name, at, ...args, whole }, converters: [], at: whole, faults: [] };
}

/** Reads `fetch(args),converter(args)…` from the unquoted text of a word. */
export function expressionOf(inner: Inner): Sample {
  const plain = simpleOf(inner);
  if (plain) return plain;
  lexer ??= new Lexer(modes, {
    positionTracking: "onlyOffset",
    ensureOptimizations: true,
    skipValidations: !validated,
  });
  parser ??= new ExpressionParser();
  const { tokens } = lexer.tokenize(inner.text);
  parser.input = tokens;
  const { children } = parser.sample() as SampleCstNode;
  const faults: Fault[] = [];
  const calls = (children.call ?? []).map((node) => callOf(node, inner, faults));
  const first = tokens[0];
  const fetch = first?.tokenType === Name ? calls[0] : undefined;
  if (!fetch)
    faults.push({
      message: "an expression begins with the name of a fetch",
      at: inner.spanOf(0, inner.text.length),
    });
  const rest = parser.errors[0]?.token;
  if (rest && fetch)
    faults.push({
      message: leftOver(inner.text.slice(rest.startOffset)),
      at: inner.spanOf(rest.startOffset, inner.text.length),
    });
  return {
    ...(fetch ? { fetch } : {}),
    converters: fetch ? calls.slice(1) : calls,
    at: inner.spanOf(0, inner.text.length),
    faults,
  };
}

/** Why haproxy stops reading here. */
function leftOver(text: string): string {
  if (/^[ \t]/.test(text)) return "an expression ends at a blank: nothing may stand behind it";
  const name = /^[\w.+-]+/.exec(text)?.[0];
  return name ? `a comma is missing before ${name}` : `${text} cannot stand in an expression`;
}

function callOf({ children }: CallCstNode, inner: Inner, faults: Fault[]): Call {
  const name = children.Name[0]!;
  const end = (token: IToken): number => token.startOffset + token.image.length;
  const at = inner.spanOf(name.startOffset, end(name));
  const open = children.LParen?.[0];
  if (!open) return { name: name.image, at, whole: at };
  const close = children.RParen?.[0];
  if (!close)
    faults.push({
      message: `the parenthesis of ${name.image} is not closed`,
      at: inner.spanOf(open.startOffset, end(open)),
    });
  const commas = children.Comma ?? [];
  const starts = [end(open), ...commas.map(end)];
  const args = (children.arg ?? []).map((node, i) => argOf(node, inner, starts[i]!, faults));
  const whole = inner.spanOf(name.startOffset, close ? end(close) : inner.text.length);
  const empty = args.length === 1 && args[0]!.value === "" && starts[0] === close?.startOffset;
  return { name: name.image, at, args: empty ? [] : args, whole };
}

function argOf({ children }: ArgCstNode, inner: Inner, start: number, faults: Fault[]): Argument {
  const tokens = Object.values(children)
    .flat()
    .sort((a, b) => a.startOffset - b.startOffset);
  const last = tokens.at(-1);
  const finish = last ? last.startOffset + last.image.length : start;
  const open = children.ArgOpenQuote?.[0];
  if (open)
    faults.push({
      message: "a quote inside an argument is not closed",
      at: inner.spanOf(open.startOffset, inner.text.length),
    });
  return { value: tokens.map(textOfToken).join(""), at: inner.spanOf(start, finish) };
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };
const unescaped = (text: string): string =>
  text.replace(/\\([\\ "'nrt])/g, (_, c: string) => escapes[c] ?? c);

function textOfToken({ tokenType, image }: IToken): string {
  if (tokenType === ArgQuoted)
    return image.startsWith("'") ? image.slice(1, -1) : unescaped(image.slice(1, -1));
  return tokenType === ArgEscape ? unescaped(image) : image;
}
