import { createToken, type IMultiModeLexerDefinition, type IToken, Lexer, type TokenType } from "chevrotain";
import { type Source, type Span, span } from "./source.ts";
import type { Comment } from "./tree.ts";

/** The roles that the shared grammars read; each format's own tokens belong to one of them. */
export const Value = createToken({ name: "Value", pattern: Lexer.NA });
export const Open = createToken({ name: "Open", pattern: Lexer.NA });
export const Close = createToken({ name: "Close", pattern: Lexer.NA });
export const End = createToken({ name: "End", pattern: Lexer.NA });

export const roles: readonly TokenType[] = [Value, Open, Close, End];

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

/** A lexer over a vocabulary whose classes cover every character; comments are the token group "comments". */
export const lexerOf = (tokens: readonly TokenType[] | IMultiModeLexerDefinition): Lexer =>
  new Lexer("modes" in tokens ? tokens : [...tokens], {
    positionTracking: "onlyOffset",
    ensureOptimizations: true,
    skipValidations: !validated,
  });

/** Tests set this, so that a faulty vocabulary or grammar is told; a user does not pay for it at every start. */
export let validated = false;
export const validate = (on: boolean): void => {
  validated = on;
};

export interface Tokens {
  readonly tokens: IToken[];
  readonly comments: readonly Comment[];
}

export function tokenize(lexer: Lexer, source: Source): Tokens {
  const { tokens, groups } = lexer.tokenize(source.text);
  const comments = (groups.comments ?? []).map(
    (token): Comment => ({ kind: "comment", at: spanOf(token, source) }),
  );
  return { tokens, comments };
}
