/** From start to end in a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const escape = String.raw`\\[^\r\n]`;
const quoted = (quote: string): string => String.raw`${quote}(?:[^${quote}\\\r\n]|${escape})*${quote}?`;
/** Quotes of a command line in a command line: \"x y\" */
const escapedQuotes = String.raw`(?:\\(["'])(?:(?!\\\1)[^\r\n])*(?:\\\1)?)?`;

/**
 * A word as the most generous of the formats reads it, by the quote that is open around it: blanks in quotes and behind a
 * backslash are of it, and so is what ends a statement or begins a comment elsewhere. The quote around it ends it only where
 * no more of a word follows.
 */
const readers = {
  "": `${escapedQuotes}(?:${quoted('"')}|${quoted("'")}|${escape}|[^\\s"'\\\\])*`,
  '"': `${escapedQuotes}(?:${quoted("'")}|${escape}|[^\\s"\\\\]|"(?=[^\\s;,)}\\]>/]))*`,
  "'": `${escapedQuotes}(?:${quoted('"')}|${escape}|[^\\s'\\\\]|'(?=[^\\s;,)}\\]>/]))*`,
} as const;

const words = {
  "": new RegExp(readers[""], "y"),
  '"': new RegExp(readers['"'], "y"),
  "'": new RegExp(readers["'"], "y"),
};

/** The value that begins at an offset, quotes around it not counted; none where nothing stands there but a sign. */
export function valueAt(text: string, at: number): Stretch | undefined {
  const word = words[quoteAround(text, at)];
  word.lastIndex = at;
  return unquoted(at, word.exec(text)![0]);
}

/** A word without the quotes around it and the signs behind these. */
export function unquoted(start: number, word: string): Stretch | undefined {
  if (/^[{}()[\];,]*$/.test(word)) return undefined;
  const [, quote = "", body = word] = /^(\\?["'])(.*?)(?:\1[;,)}\]>/]*)?$/s.exec(word) ?? [];
  const from = start + quote.length;
  return body === "" ? undefined : { start: from, end: from + body.length };
}

/** Characters before an offset in which the quote that is open there is looked for. */
const reach = 2_000;

function quoteAround(text: string, at: number): keyof typeof words {
  let open: keyof typeof words = "";
  for (let i = Math.max(text.lastIndexOf("\n", at - 1) + 1, at - reach); i < at; i++) {
    const char = text[i]!;
    if (char === "\\") i++;
    else if (open === "" && (char === '"' || char === "'")) open = char;
    else if (char === open) open = "";
  }
  return open;
}
