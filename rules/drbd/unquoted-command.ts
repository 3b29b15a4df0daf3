import { cover, span, textOf } from "../../parsers/core/source.ts";
import { documentRule } from "../rule.ts";
import { visitsOf } from "../schema/visits.ts";

export const unquotedCommand = documentRule({
  id: "drbd/unquoted-command",
  severity: "error",
  summary: "A command of several words must stand in quotes",
  daemon: "rejects",
  check(document, report) {
    if (document.format.id !== "drbd") return;
    for (const { statement, place, def } of visitsOf(document)) {
      const { keyword, args } = statement;
      if (place !== "handlers" || !def?.raw || args.length < 2 || args.some(({ hole }) => hole)) continue;
      const at = cover(args[0]!.at, args.at(-1)!.at);
      const quotable = args.every(({ quote }) => !quote) && !textOf(at).includes("\n");
      const edits = [
        { at: span(at.source, at.start, at.start), text: '"' },
        { at: span(at.source, at.end, at.end), text: '"' },
      ];
      report(at, `${keyword.value} takes one word: ${args[1]!.value} is too much without quotes`, {
        ...(quotable ? { fix: { title: "put it in quotes", safe: true, edits } } : {}),
      });
    }
  },
});
