import { linesOf, lineText, span } from "../../parsers/core/source.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { filesOf } from "./files.ts";
import { isSince } from "./statements.ts";

/** A line is read into 1024 bytes (parser.h, MAXBUF), the end of the line and a zero included. */
const longest = 1022;

export const lineTooLong = modelRule({
  id: "keepalived/line-too-long",
  severity: "error",
  summary: "A line must be shorter than 1023 bytes",
  daemon: [{ since: "2.4.0", verdict: "rejects" }, { verdict: "silent" }],
  format: keepalived,
  check(_model, report, { document, targets }) {
    const result = isSince(targets, "2.4.0") ? "it is not read" : "what follows is read as a line of its own";
    for (const source of filesOf(document))
      for (const [number, start] of linesOf(source).entries()) {
        const text = lineText(source, number);
        if (text.length <= longest / 4) continue;
        const bytes = new TextEncoder().encode(text).length;
        if (bytes > longest)
          report(
            span(source, start, start + text.length),
            `a line of ${bytes} bytes, keepalived reads ${longest} at once: ${result}`,
          );
      }
  },
});
