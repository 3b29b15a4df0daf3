import type { IToken } from "chevrotain";
import { type Source, type Span, span } from "../core/source.ts";
import { spanOf } from "../core/tokens.ts";
import type { Mistake } from "../core/tree.ts";
import { mistake, refused, safely } from "./refusals.ts";
import { Before, LaterBrace } from "./tokens.ts";

/** A comment goes above the line; the setting of a one-line section gets a line of its own. */
export function besideBrace(token: IToken, at: Span, source: Source): Mistake {
  const { image } = token;
  const brace = before(source, at.start).trimEnd().endsWith("{") ? "{" : "}";
  const message = `nothing may stand beside ${brace} on its line: ${refused}`;
  if (token.tokenType === Before) {
    const gap = span(source, at.end, at.end);
    return mistake(
      "beside-brace",
      at,
      message,
      safely("move } to a line of its own", { at: gap, text: "\n" }),
    );
  }
  if (!image.startsWith("#")) {
    const [rest = ""] = /^[^\r\n]*/.exec(source.text.slice(at.end)) ?? [];
    const closes = /^[ \t]*\}[ \t]*$/.test(rest);
    if (/[{}]/.test(closes ? image : image + rest)) return mistake("beside-brace", at, message);
    const moved = { at: span(source, at.start, at.start), text: "\n" };
    const closing = { at: span(source, at.end, at.end), text: "\n" };
    return mistake("beside-brace", at, message, {
      fix: { title: "move it to a line of its own", safe: false, edits: closes ? [moved, closing] : [moved] },
    });
  }
  const line = lineStart(source, at.start);
  const gap = /[ \t]*$/.exec(source.text.slice(line, at.start))![0].length;
  const indent = /^[ \t]*/.exec(source.text.slice(line))![0];
  return mistake("beside-brace", at, message, {
    ...safely(
      "move the comment to a line of its own",
      { at: span(source, line, line), text: `${indent}${image}\n` },
      { at: span(source, at.start - gap, at.end), text: "" },
    ),
  });
}

/** `}}` and `logging {}`: one brace too many for a line, where no word beside it is told already. */
export function braceFaults(tokens: readonly IToken[], faults: readonly IToken[], source: Source): Mistake[] {
  const lineOf = (offset: number): number => lineStart(source, offset);
  const told = new Set(faults.map(({ startOffset }) => lineOf(startOffset)));
  return tokens.flatMap((token): Mistake[] => {
    if (token.tokenType !== LaterBrace || told.has(lineOf(token.startOffset))) return [];
    told.add(lineOf(token.startOffset));
    const at = spanOf(token, source);
    const brace = before(source, at.start).includes("{") ? "{" : "}";
    const gap = span(source, at.start, at.start);
    return [
      mistake(
        "beside-brace",
        at,
        `nothing may stand beside ${brace} on its line: ${refused}`,
        safely("move } to a line of its own", { at: gap, text: "\n" }),
      ),
    ];
  });
}

const lineStart = (source: Source, offset: number): number => source.text.lastIndexOf("\n", offset - 1) + 1;
const before = (source: Source, offset: number): string =>
  source.text.slice(lineStart(source, offset), offset);
