import { createTokenInstance, type IToken, Lexer, type TokenType } from "chevrotain";
import type { ReadWord } from "../core/build.ts";
import type { Source, Span } from "../core/source.ts";
import { holeChar } from "../core/templateMask.ts";
import {
  Close,
  createToken,
  End,
  lexerOf,
  Open,
  type TextLexer,
  type Tokens,
  tokenize,
  Value,
} from "../core/tokens.ts";

/** drbdadm knows blank, tab and CR; a byte order mark is told as a mistake of its own (`statements.ts`). */
const Blank = createToken({ name: "Blank", pattern: /[ \t\r\n\ufeff]+/, group: Lexer.SKIPPED });
const Remark = createToken({ name: "Remark", pattern: /#[^\n]*/, group: "comments" });
/** drbdadm_scanner.fl DQSTRING: `\x` stands for x, no line end inside. */
export const Quoted = createToken({ name: "Quoted", pattern: /"(?:[^"\\\n]|\\[^\n])*"/, categories: Value });
/** A quote with line ends inside whose closing quote ends the statement: text wrapped by a mail or a PDF. */
export const Wrapped = createToken({
  name: "Wrapped",
  pattern: /"[^"\n]{0,300}(?:\n[^"\n]{0,300}){1,12}"(?=[ \t\r]{0,9};)/,
  categories: Value,
  line_breaks: true,
});
/** A quote that no other closes on its line; its `;` at the line's end is not part of it. */
export const Unclosed = createToken({
  name: "Unclosed",
  pattern: /"[^;\n]*(?:;+[^;\r\n]+)*/,
  categories: Value,
});
const LeftBrace = createToken({ name: "LeftBrace", pattern: /\{/, categories: Open });
const RightBrace = createToken({ name: "RightBrace", pattern: /\}/, categories: Close });
const Semicolon = createToken({ name: "Semicolon", pattern: /;/, categories: End });
/** What drbdadm takes for a character of no word is told in `statements.ts`. */
const Plain = createToken({
  name: "Plain",
  pattern: /[\0-\x08\x0b\x0c\x0e-\x1f!$-:<-z|~-\ufefe\uff00-\uffff]+/,
  categories: Value,
});

const vocabulary = [Blank, Remark, Quoted, Wrapped, Unclosed, Plain, LeftBrace, RightBrace, Semicolon];

let lexer: TextLexer | undefined;

export function lex(source: Source): Tokens {
  lexer ??= lexerOf(vocabulary);
  return tokenize(lexer, source);
}

export const is = ({ tokenType }: IToken, role: TokenType): boolean =>
  tokenType === role || (tokenType.CATEGORIES?.includes(role) ?? false);
export const isHole = (token: IToken): boolean => token.image.includes(holeChar);

/** The offset after a token's last character. */
export const endOf = (token: IToken): number => token.startOffset + token.image.length;

/** A mark that the text lacks, at a place of no width. */
const missing = (type: TokenType, at: Span): IToken => ({
  ...createTokenInstance(type, "", at.start, at.start - 1, 0, 0, 0, 0),
  payload: { at: at.with({ end: at.start }) },
});
export const missingEnd = (at: Span): IToken => missing(Semicolon, at);
export const missingOpen = (at: Span): IToken => missing(LeftBrace, at);
export const missingClose = (at: Span): IToken => missing(RightBrace, at);

/** What drbdadm sees of a word: quotes off, escapes resolved, wrapped lines joined. */
export const readWord: ReadWord = (token) => {
  const { image } = token;
  if (is(token, Quoted)) return { value: unescaped(image.slice(1, -1)), quote: '"' };
  if (is(token, Wrapped)) return { value: unescaped(joined(image).slice(1, -1)), quote: '"' };
  if (is(token, Unclosed)) return { value: image.slice(1), quote: '"' };
  return { value: image };
};

const unescaped = (text: string): string => text.replace(/\\([^\n])/g, "$1");

/** The text of a wrapped quote on one line. */
export const joined = (image: string): string => image.replace(/\r?\n[ \t]*/g, "");

/** Words that all dialects reserve: a name that is one of them must stand in quotes (drbdadm_scanner.fl). */
export const reserved: ReadonlySet<string> = new Set(
  `on stacked-on-top-of floating no net yes ask skip disk proxy minor inside outside syncer device global common
  address startup include handlers minor-count disable-ip-verification dialog-refresh resource meta-disk
  flexible-meta-disk usage-count sci ssocks sdp ipv4 ipv6
  _this_host _remote_host`.split(/\s+/),
);

const since = (release: string, words: string): [string, string][] =>
  words.split(/\s+/).map((word) => [word, release]);

/** Words that became reserved later, with the first release. */
export const reservedSince: ReadonlyMap<string, string> = new Map([
  ...since("8.4", "options volume cmd-timeout-short cmd-timeout-medium cmd-timeout-long udev-always-use-vnr"),
  ...since(
    "9.0",
    `connection connection-mesh host hosts path port node-id via template-file _is_standalone _peer_node_id
    require-drbd-module-version-eq require-drbd-module-version-ne require-drbd-module-version-gt
    require-drbd-module-version-ge require-drbd-module-version-lt require-drbd-module-version-le`,
  ),
]);

/** The characters of unquoted words and of the marks `[ ] :` that addresses and indexes are made of. */
export const foreign = /[^a-zA-Z0-9/._[\]:%-]/;
/** A longer word is refused ("Token too long"), unquoted and in quotes. */
export const longest = { plain: 128, quoted: 255 } as const;
