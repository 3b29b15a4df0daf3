import { linesOf, positionAt, span } from "../../parsers/core/source.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { modelRule } from "../rule.ts";
import { literalsOf } from "./literal.ts";

export const inlineComment = modelRule({
  id: "corosync/inline-comment",
  severity: "error",
  summary: "A comment must have a line of its own",
  format: corosync,
  daemon: "silent",
  check(_, report, { document }) {
    for (const { word, key, found, daemon, result } of literalsOf(document, "comment")) {
      const { source, start, end } = word.at;
      const value = word.value.slice(0, found.start);
      const rest = span(source, start + found.start, end);
      const comment = word.value.slice(found.start).trimStart();
      const line = linesOf(source)[positionAt(source, start).line]!;
      const indent = /^[ \t]*/.exec(source.text.slice(line))![0];
      const shown =
        value === "" ? `the comment is the value of ${key}` : `the comment is part of ${key}'s value`;
      report(span(source, end - comment.length, end), `${shown}${result}`, {
        daemon,
        fix: {
          title: "move the comment to a line of its own",
          safe: value !== "",
          edits: [
            { at: span(source, line, line), text: `${indent}${comment}\n` },
            { at: rest, text: "" },
          ],
        },
      });
    }
  },
});
