import { linesOf, positionAt, type Span, span } from "../../parsers/core/source.ts";
import { type Word, walk } from "../../parsers/core/tree.ts";
import { ocfs2 } from "../../parsers/ocfs2/index.ts";
import { type Fix, modelRule } from "../rule.ts";

/** Keys whose value o2cb checks, so that it refuses the file; of the others it takes the comment in. */
const checked = ["ip_port", "ip_address", "number", "node_count", "heartbeat_mode"];

export const inlineComment = modelRule({
  id: "ocfs2/inline-comment",
  format: ocfs2,
  severity: "error",
  summary: "No comment may follow a value, because it becomes part of it",
  daemon: "rejects",
  check(_, report, { document }) {
    for (const { keyword, args } of walk(document.tree.statements)) {
      const value = args[0];
      const hash = value?.value.search(/\s*#/) ?? -1;
      if (!value || value.hole || hash < 0) continue;
      const rejects = checked.includes(keyword.value);
      const key = keyword.value;
      report(
        value.at,
        rejects
          ? `# begins no comment here: ${key} is not what stands before it, and o2cb refuses the whole file`
          : `# begins no comment here: ${key} is set to all of "${value.value}"`,
        { daemon: rejects ? "rejects" : "silent", ...(hash > 0 ? { fix: moved(value, hash) } : {}) },
      );
    }
  },
});

/** The comment goes to a line of its own, above: `#` in column 1 may stand inside a stanza. */
function moved({ at, value }: Word, hash: number): Fix {
  const start = linesOf(at.source)[positionAt(at.source, at.start).line]!;
  const comment: Span = span(at.source, at.start + hash, at.end);
  return {
    title: "move the comment to a line of its own",
    safe: true,
    edits: [
      { at: span(at.source, start, start), text: `${value.slice(hash).trim()}\n` },
      { at: comment, text: "" },
    ],
  };
}
