import type { IToken } from "chevrotain";
import type { Source } from "./source.ts";
import { spanOf, type Tokens } from "./tokens.ts";
import type { Tree } from "./tree.ts";

/** A value that a template engine fills in: Jinja's and Go's `{{ x }}`, ERB's `<%= x %>`. Stands among the alternatives of a word's pattern. */
export const holePattern = "\\{\\{[^\\n]*?\\}\\}|<%=[^\\n]*?%>";

/** A statement of a template engine, `{% if x %}` or `<% end %>`: a comment to the daemon's grammar. */
export const tagPattern = /\{%[^\n]*?%\}|<%[^=\n][^\n]*?%>/;

const hole = new RegExp(holePattern);

/** The tokens, those that hold a template's value marked: what they say is not known. */
export function withHoles({ tokens, comments }: Tokens, source: Source): Tokens {
  const marked = (token: IToken): IToken =>
    hole.test(token.image) ? { ...token, payload: { at: spanOf(token, source), hole: true } } : token;
  return { tokens: tokens.map(marked), comments };
}

/** A template's statements stand in the text, so that statements may be left out or repeated: nothing can be counted. */
export const isTemplated = ({ source, comments }: Tree): boolean =>
  comments.some(({ at }) => /^[{<]%/.test(source.text.slice(at.start, at.start + 2)));
