import { once } from "../../parsers/core/remembered.ts";
import { keywordsOf } from "../../parsers/core/schema.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { has, nameOf, numberOf } from "../../parsers/corosync/model.ts";
import { blockEnd } from "../related.ts";
import { modelRule } from "../rule.ts";

const sections = once(() => keywordsOf(corosync.schema, corosync.schema.root));

export const version = modelRule({
  id: "corosync/version",
  severity: "error",
  summary: "The file must have a totem section with version: 2",
  format: corosync,
  daemon: "stops",
  check({ totem, certain }, report, { document }) {
    const set = numberOf(totem, "version");
    if (set && set.value !== 2 && set.value <= 4294967295)
      report(set.word.at, `version ${set.value} is no syntax that corosync reads: it does not start`, {
        fix: { title: "write 2", safe: true, edits: [{ at: set.word.at, text: "2" }] },
      });
    const opened = nameOf(totem);
    if (opened && certain && document.root && !has(totem, "version"))
      report(opened.at, "totem has no version: 2: corosync does not start", {
        related: blockEnd(totem.opened[0]!, "the section ends here without it"),
      });
    const { statements } = document.tree;
    const first = statements[0]?.keyword;
    if (!first || totem.opened.length > 0 || !certain || !document.root) return;
    if (statements.every(({ keyword }) => Object.hasOwn(sections(), keyword.value)))
      report(first.at, "no totem section says version: 2: corosync does not start");
  },
});
