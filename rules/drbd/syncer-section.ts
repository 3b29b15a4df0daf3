import { compareVersions } from "../../parsers/core/schema.ts";
import { span, textOf } from "../../parsers/core/source.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import { drbd } from "../../parsers/drbd/index.ts";
import { keywordIn } from "../../parsers/drbd/schema.ts";
import { type Document, type Edit, type Fix, modelRule } from "../rule.ts";

export const syncerSection = modelRule({
  id: "drbd/syncer-section",
  severity: "warning",
  summary: "The settings of syncer should stand in the sections that DRBD 8.4 brought",
  daemon: "silent",
  format: drbd,
  check({ common, resources }, report, { document, targets }) {
    if (targets.drbd && compareVersions(targets.drbd, "8.4") < 0) return;
    for (const { statement } of [...(common ? [common] : []), ...resources])
      for (const syncer of statement.block?.statements ?? []) {
        if (syncer.keyword.value !== "syncer" || !syncer.block?.statements.length) continue;
        const fix = moved(syncer, statement, document);
        const where = [...new Set(syncer.block.statements.map(sectionOf))].sort().join(", ");
        report(
          syncer.keyword.at,
          `syncer is of drbd 8.3: its settings belong in ${where}`,
          fix ? { fix } : {},
        );
      }
  },
});

const renamed: Readonly<Record<string, string>> = { rate: "resync-rate", after: "resync-after" };
const nameOf = ({ keyword }: Statement): string => renamed[keyword.value] ?? keyword.value;

function sectionOf(statement: Statement): string {
  const knows = (place: string): boolean => keywordIn(place, nameOf(statement)) !== undefined;
  return knows("net") ? "net" : knows("disk") ? "disk" : "options";
}

/** Moves the settings into the sections that are there, or into new ones in place of syncer; no comment may stand among them. */
function moved(syncer: Statement, parent: Statement, { tree }: Document): Fix | undefined {
  const { at } = syncer;
  const commented = tree.comments.some(
    (one) => one.at.source === at.source && one.at.start > at.start && one.at.end < at.end,
  );
  const { statements } = syncer.block!;
  if (commented || !syncer.block!.close || statements.some(({ block }) => block)) return undefined;
  const indent = /[ \t]*$/.exec(at.source.text.slice(0, at.start))![0];
  const edits: Edit[] = [];
  let fresh = "";
  for (const section of ["disk", "net", "options"]) {
    const lines = statements
      .filter((one) => sectionOf(one) === section)
      .map((one) => `${[nameOf(one), ...one.args.map((word) => textOf(word.at))].join(" ")};`);
    if (lines.length === 0) continue;
    const there = parent.block!.statements.find(
      ({ keyword, block }) => keyword.value === section && block?.close,
    );
    const close = there?.block?.close;
    if (close) edits.push({ at: span(close.source, close.start, close.start), text: `${lines.join(" ")} ` });
    else fresh += `${fresh && `\n${indent}`}${section} { ${lines.join(" ")} }`;
  }
  return { title: "move the settings", safe: false, edits: [{ at, text: fresh }, ...edits] };
}
