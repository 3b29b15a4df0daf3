import { cover, textOf } from "../../parsers/core/source.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { isSecret, type Placed, wordsIn } from "./words.ts";

export const midWordQuote = modelRule({
  id: "keepalived/mid-word-quote",
  severity: "warning",
  summary: "Quotes must stand around a whole value",
  daemon: "silent",
  format: keepalived,
  check(_model, report, { document }) {
    let before: Placed | undefined;
    for (const placed of wordsIn(document)) {
      const [left, right] = [before, placed];
      before = placed;
      if (!left || left.raw || right.raw || left.statement !== right.statement) continue;
      const { word: a } = left;
      const { word: b } = right;
      if (a.at.source !== b.at.source || a.at.end !== b.at.start || !(a.quote || b.quote)) continue;
      if (!touches(textOf(a.at), textOf(b.at))) continue;
      const secret = isSecret(left.statement);
      const at = cover(a.at, b.at);
      report(
        at,
        `a quote in the middle ends a word: ${secret ? "this reads as two values, the first without what is quoted" : `this reads as ${a.value} and ${b.value}`}`,
        a !== left.statement.keyword && isWhole(textOf(a.at)) && isWhole(textOf(b.at))
          ? {
              fix: {
                title: "quote the whole value",
                safe: true,
                edits: [{ at, text: `"${a.value}${b.value}"` }],
              },
            }
          : {},
      );
    }
  },
});

/** One of the two is in quotes, as the text stands. */
const touches = (left: string, right: string): boolean => left.endsWith('"') || right.startsWith('"');

/** An opened quote is closed: otherwise it holds the rest of the line, a brace or comment too. */
const isWhole = (text: string): boolean => text.split('"').length % 2 === 1;
