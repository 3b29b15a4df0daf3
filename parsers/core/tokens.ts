import {
  type ILexingResult,
  type IMultiModeLexerDefinition,
  type IToken,
  type ITokenConfig,
  Lexer,
  type TokenType,
} from "chevrotain";
import { type Source, type Span, span } from "./source.ts";
import { holeChar } from "./templateMask.ts";
import type { Comment } from "./tree.ts";

/**
 * A token type, without what Chevrotain's own createToken reckons at once: a lexer and a grammar reckon it for their own when they
 * are built, which in most runs few are. A grammar that knows tokens by their categories alone needs Chevrotain's own.
 */
export function createToken(config: ITokenConfig): TokenType {
  const { name, pattern, categories, group, push_mode, pop_mode, longer_alt, line_breaks, start_chars_hint } =
    config;
  return {
    name,
    ...(pattern === undefined ? {} : { PATTERN: pattern }),
    ...(categories === undefined ? {} : { CATEGORIES: [categories].flat() }),
    ...(group === undefined ? {} : { GROUP: group }),
    ...(push_mode === undefined ? {} : { PUSH_MODE: push_mode }),
    ...(pop_mode === undefined ? {} : { POP_MODE: pop_mode }),
    ...(longer_alt === undefined ? {} : { LONGER_ALT: longer_alt }),
    ...(line_breaks === undefined ? {} : { LINE_BREAKS: line_breaks }),
    ...(start_chars_hint === undefined ? {} : { START_CHARS_HINT: start_chars_hint }),
  };
}

/** The roles that the shared grammars read; each format's own tokens belong to one of them. */
export const Value = createToken({ name: "Value", pattern: Lexer.NA });
export const Open = createToken({ name: "Open", pattern: Lexer.NA });
export const Close = createToken({ name: "Close", pattern: Lexer.NA });
export const End = createToken({ name: "End", pattern: Lexer.NA });

export const roles: readonly TokenType[] = [Value, Open, Close, End];

/** Gives each token the type index of its role, by which alone the shared grammars tell tokens apart; `tokenType` stays. */
export function inRoles(tokens: IToken[]): IToken[] {
  for (const token of tokens)
    token.tokenTypeIdx = (token.tokenType.CATEGORIES?.[0] ?? token.tokenType).tokenTypeIdx!;
  return tokens;
}

/** What a reader says of a token that does not stand in the text as it is: a replaced variable, an included file's token. */
export interface Origin {
  readonly at: Span;
  readonly hole?: boolean;
}

/** Offsets only: Chevrotain then gives a token no end, but its image is the text as it stands. */
export function spanOf(token: IToken, source: Source): Span {
  const origin = token.payload as Origin | undefined;
  return origin?.at ?? span(source, token.startOffset, token.startOffset + token.image.length);
}

/** A vocabulary's lexer, built at first use. */
export interface TextLexer {
  /** `whole`: characters of all that is lexed, where the text is a part of it. */
  readonly tokenize: (text: string, whole?: number) => ILexingResult;
}

/** Texts shorter than this are lexed without the tables by first character, which take longer to make than they save. */
const short = 16_384;

/** A lexer over a vocabulary whose classes cover every character; comments are the token group "comments". */
export function lexerOf(tokens: readonly TokenType[] | IMultiModeLexerDefinition): TextLexer {
  const definition = "modes" in tokens ? tokens : [...tokens];
  const common = { positionTracking: "onlyOffset", skipValidations: !validated } as const;
  let plain: Lexer | undefined;
  let quick: Lexer | undefined;
  return {
    tokenize: (text, whole = text.length) => {
      if (whole < short && !validated) {
        plain ??= new Lexer(definition, { ...common, safeMode: true });
        return plain.tokenize(text);
      }
      quick ??= new Lexer(definition, { ...common, ensureOptimizations: true });
      return quick.tokenize(text);
    },
  };
}

/** Tests set this, so that a faulty vocabulary or grammar is told; a user does not pay for it at every start. */
export let validated = false;
export const validate = (on: boolean): void => {
  validated = on;
};

export interface Tokens {
  readonly tokens: IToken[];
  readonly comments: readonly Comment[];
}

/** The tokens of a text, or of a part of one with `whole` characters; those with a template's hole say so. */
export function tokenize(lexer: TextLexer, source: Source, whole = source.text.length): Tokens {
  const { tokens, groups } = lexer.tokenize(source.text, whole);
  if (source.text.includes(holeChar))
    for (const token of tokens)
      if (token.image.includes(holeChar)) token.payload = { at: spanOf(token, source), hole: true };
  const comments = (groups.comments ?? []).map(
    (token): Comment => ({ kind: "comment", at: spanOf(token, source) }),
  );
  return { tokens, comments };
}
