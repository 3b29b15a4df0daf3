import type { Statement, Word } from "../../parsers/core/tree.ts";
import { idsBelow } from "../../parsers/crmsh/ids.ts";
import { crmsh } from "../../parsers/crmsh/index.ts";
import { modelRule } from "../rule.ts";
import { isMade } from "./swallowed.ts";

/** The id that crm gives a set that has none of its own. */
const ownId: Readonly<Record<string, string>> = {
  property: "cib-bootstrap-options",
  rsc_defaults: "rsc-options",
  op_defaults: "op-options",
};

export const duplicateObject = modelRule({
  id: "crmsh/duplicate-object",
  format: crmsh,
  severity: "error",
  summary: "Each id may be given once, and the options of the cluster in one command",
  daemon: "rejects",
  check({ form }, report, { document }) {
    const first = new Map<string, Word>();
    for (const statement of document.tree.statements) {
      const named = idOf(statement);
      if (!named || named.word.hole || (form === "script" && Object.hasOwn(ownId, statement.keyword.value)))
        continue;
      if (!isMade(statement, document.tree)) continue;
      const other = first.get(named.id);
      if (!other) first.set(named.id, named.word);
      else
        report(
          named.word.at,
          named.word === statement.keyword
            ? `a second ${statement.keyword.value} command: crm takes both for one object and refuses the file`
            : `${named.word.value} is made a second time: crm refuses the file`,
          { related: [{ at: other.at, message: "the first" }] },
        );
    }
    for (const word of document.tree.statements.flatMap(idsBelow)) {
      const other = first.get(word.value);
      if (word.hole) continue;
      if (!other) first.set(word.value, word);
      else
        report(word.at, `the id ${word.value} is given a second time: crm refuses the file`, {
          related: [{ at: other.at, message: "the first" }],
        });
    }
  },
});

const kinds =
  /^(primitive|rsc_template|group|clone|ms|master|bundle|location|coll?ocation|order|rsc_ticket|tag|role|user|acl_target|acl_group|alert)$/;

/** What a command names, nodes apart from all else, with the word that names it. */
function idOf({ keyword, args }: Statement): { readonly id: string; readonly word: Word } | undefined {
  const name = keyword.value;
  const first = args[0];
  if (Object.hasOwn(ownId, name)) {
    if (args.length === 0) return { id: ownId[name]!, word: keyword };
    return first && /^\$id-ref/i.test(first.value)
      ? undefined
      : { id: first!.value.replace(/^\$id=|:$/gi, ""), word: first! };
  }
  if (/^fencing[_-]topology$/.test(name)) return { id: "fencing_topology", word: keyword };
  if (!kinds.test(name) || !first) return undefined;
  return { id: first.value.replace(/:$/, ""), word: first };
}
