import { type Source, type Span, span, textOf } from "../../parsers/core/source.ts";
import { walk } from "../../parsers/core/tree.ts";
import { ldirectord } from "../../parsers/ldirectord/index.ts";
import { modelRule } from "../rule.ts";
import { visitsOf } from "../schema/visits.ts";

/** Types of values that ldirectord compares as a whole, to the last character of the line. */
const exact = ["switch", "netmask", "prefix", "states"];

export const trailingBlank = modelRule({
  id: "ldirectord/trailing-blank",
  format: ldirectord,
  severity: "error",
  summary: "Nothing may follow a yes, a no or a netmask, not even a blank",
  daemon: "rejects",
  check(_, report, { document }) {
    const inside = new Set(
      [...walk(document.tree.statements)].flatMap(({ block }) => block?.statements ?? []),
    );
    for (const { statement, def } of visitsOf(document)) {
      const [value] = statement.args;
      if (!value || value.hole || !exact.includes(def?.args?.[0]?.type ?? "")) continue;
      const rest = restOf(value.at, inside.has(statement));
      if (rest.end === rest.start) continue;
      const what = /\r/.test(textOf(rest)) ? "a carriage return" : "a blank";
      const { keyword } = statement;
      report(
        value.at,
        `${what} follows ${value.value}: ldirectord takes it for part of ${keyword.value}'s value`,
        {
          fix: { title: "remove it", safe: true, edits: [{ at: rest, text: "" }] },
        },
      );
    }
  },
});

/** Blanks between the value and the line's end, or the comment that a virtual service may have there. */
function restOf({ source, end }: Span, hasComments: boolean): Span {
  const line = lineEnd(source, end);
  const blanks = /^[ \t\r]*/.exec(source.text.slice(end, line))![0];
  const next = source.text[end + blanks.length];
  const free = end + blanks.length === line || (hasComments && next === "#");
  return span(source, end, free ? end + blanks.length : end);
}

function lineEnd({ text }: Source, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
