/**
 * What PCRE2 surely refuses in a regular expression, as the end of a sentence: brackets that do not pair, a quantifier
 * with nothing before it, a backslash at the end. Everything else is left to haproxy.
 */
export function regexProblem(text: string): string | undefined {
  if (/\\Q|\(\?#|\(\*|\(\?[a-z]*x|\\c/.test(text)) return undefined;
  let depth = 0;
  /** Something stands before that a quantifier may repeat. */
  let repeatable = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === "\\") {
      if (i + 1 === text.length) return "ends in a lone backslash";
      i++;
      repeatable = true;
    } else if (c === "[") {
      const end = classEnd(text, i);
      if (end === undefined) return "has a [ that is not closed";
      i = end;
      repeatable = true;
    } else if (c === "(") {
      depth++;
      repeatable = false;
      i = skipGroupKind(text, i);
    } else if (c === ")") {
      if (--depth < 0) return "has a ) that closes nothing";
      repeatable = true;
    } else if (c === "|") repeatable = false;
    else if (c === "*" || c === "+" || c === "?") {
      if (!repeatable) return `has a ${c} with nothing before it to repeat`;
      if (text[i + 1] === "+" || text[i + 1] === "?") i++;
      repeatable = text[i + 1] !== "*" && text[i + 1] !== "+" && text[i + 1] !== "?";
    } else repeatable = c !== "^" || repeatable;
  }
  return depth > 0 ? "has a ( that is not closed" : undefined;
}

/** The offset of the ] that closes the class opened at `start`. */
function classEnd(text: string, start: number): number | undefined {
  let i = start + 1;
  if (text[i] === "^") i++;
  if (text[i] === "]") i++;
  for (; i < text.length; i++) {
    if (text[i] === "]") return i;
    if (text[i] === "\\") i++;
    const posix = /^\[([:.=])[^\]]*?\1\]/.exec(text.slice(i));
    if (posix) i += posix[0].length - 1;
  }
  return undefined;
}

/** Past the `?:`, `?<name>`, `?i)` that say what kind of group it is. */
function skipGroupKind(text: string, at: number): number {
  if (text[at + 1] !== "?") return at;
  const kind =
    /^\?(?:P?<[A-Za-z_]\w*>|'[A-Za-z_]\w*'|<?[=!]|[:|>]|[a-zA-Z^-]*:?|P[=>]\w+|[+-]?\d+|&\w+|R)/.exec(
      text.slice(at + 1),
    );
  return kind ? at + kind[0].length : at + 1;
}
