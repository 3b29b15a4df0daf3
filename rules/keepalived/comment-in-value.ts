import { cover, span, textOf } from "../../parsers/core/source.ts";
import { type Statement, walk } from "../../parsers/core/tree.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { isSecret } from "./words.ts";

/** Keywords whose values may well hold a # or !. */
const open =
  /^(auth_pass|password|key|script|notify.*|misc_path|quorum_(up|down)|path|virtualhost|digest|.*_script|router_id)$/;

export const commentInValue = modelRule({
  id: "keepalived/comment-in-value",
  severity: "error",
  summary: "A # or ! inside a value must stand in quotes",
  daemon: "silent",
  format: keepalived,
  check({ statements }, report, { document }) {
    for (const { at } of document.tree.comments) {
      const { source, start, end } = at;
      if (start === 0 || /[\s{}]/.test(source.text[start - 1]!) || !/^\\?[#!]/.test(textOf(at))) continue;
      const holder = statementBefore(statements, at);
      if (!holder || !open.test(holder.keyword.value)) continue;
      const word = holder.args.at(-1)!;
      const rest = /^\S+/.exec(textOf(at))![0];
      const whole = cover(word.at, span(source, start, start + rest.length));
      const remark = textOf(at).slice(rest.length).trim() !== "";
      if (remark && /^\\?[#!]+$/.test(rest)) continue;
      const sign = rest.replace(/^\\/, "").slice(0, 1);
      const secret = isSecret(holder);
      const kept = secret ? "only what stands before it" : `only ${word.value}`;
      const text = textOf(whole).replace(/\\([#!])/g, "$1");
      const quotable = word.at.end === start && !text.includes('"') && (text.length <= 8 || !secret);
      report(
        span(source, start, Math.min(end, start + rest.length)),
        `${sign} begins a comment here: ${kept} is the value of ${holder.keyword.value}`,
        {
          ...(quotable && !word.quote
            ? {
                fix: {
                  title: "put the value in quotes",
                  safe: !remark,
                  edits: [{ at: whole, text: `"${text}"` }],
                },
              }
            : {}),
        },
      );
    }
  },
});

/** The statement whose last word ends where the comment begins. */
function statementBefore(
  statements: readonly Statement[],
  at: { source: unknown; start: number },
): Statement | undefined {
  for (const statement of walk(statements)) {
    const last = statement.args.at(-1);
    if (last && !statement.block && last.at.source === at.source && last.at.end === at.start)
      return statement;
  }
  return undefined;
}
