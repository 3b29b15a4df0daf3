import { cover, span } from "../../parsers/core/source.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import { fstab } from "../../parsers/fstab/index.ts";
import { modelRule, type Report } from "../rule.ts";

const fields = ["device", "mount point", "type", "options", "dump", "pass"];

export const fieldCount = modelRule({
  id: "fstab/field-count",
  format: fstab,
  severity: "error",
  summary: "A line must have a device, a mount point, a type and options, and two numbers at most after them",
  daemon: "rejects",
  check(_, report, { document }) {
    for (const statement of document.tree.statements) checkLine(statement, report);
  },
});

function checkLine({ keyword, args, at }: Statement, report: Report): void {
  const words = [keyword, ...args];
  if (words.some(({ hole }) => hole)) return;
  if (words.length < 3) {
    report(at, `this line has no ${fields.slice(words.length, 3).join(" and no ")}: mount passes it over`);
    return;
  }
  const wrong = words.slice(4, 6).find(({ value }) => !/^[+-]?\d+$/.test(value));
  if (wrong) {
    const field = fields[words.indexOf(wrong)];
    const comment = wrong.value.startsWith("#");
    const blank = /,$/.test(words[3]!.value);
    const why = comment
      ? "# begins no comment after the options"
      : blank
        ? `the blank after ${words[3]!.value} ends the options, and ${wrong.value} is no ${field} number`
        : `${wrong.value} stands where the ${field} number belongs`;
    const gap = span(wrong.at.source, words[3]!.at.end, wrong.at.start);
    report(wrong.at, `${why}: mount passes the whole line over`, {
      ...(blank && !comment && wrong === words[4]
        ? { fix: { title: "join the options", safe: true, edits: [{ at: gap, text: "" }] } }
        : {}),
    });
    return;
  }
  const extra = words[6];
  if (!extra || extra.value.startsWith("#")) return;
  report(
    cover(extra.at, words.at(-1)!.at),
    "a line has six fields at most: what stands after them is ignored (a blank in a path is written \\040)",
    { severity: "warning", daemon: "silent" },
  );
}
