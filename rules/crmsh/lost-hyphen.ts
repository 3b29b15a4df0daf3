import type { Word } from "../../parsers/core/tree.ts";
import { crmsh } from "../../parsers/crmsh/index.ts";
import { modelRule } from "../rule.ts";

/** Words of the shell that are written with a hyphen, behind the command that takes them. */
const hyphened: Readonly<Record<string, readonly string[]>> = {
  assist: ["weak-bond"],
  colocation: ["node-attribute"],
  order: ["require-all"],
  location: ["resource-discovery"],
  rsc_ticket: ["loss-policy"],
};

export const lostHyphen = modelRule({
  id: "crmsh/lost-hyphen",
  format: crmsh,
  severity: "error",
  summary: "Words that are written with a hyphen must have it",
  daemon: "rejects",
  check(_, report, { document }) {
    for (const { keyword, args } of document.tree.statements)
      for (const word of args) {
        const name = word.value.split("=", 1)[0]!;
        const right = hyphened[keyword.value]?.find(
          (one) => one !== name && one.replaceAll("-", "") === name,
        );
        if (!right) continue;
        report(nameOf(word, name), `${name} has lost its hyphen: crm knows ${right} only`, {
          fix: {
            title: `replace with ${right}`,
            safe: true,
            edits: [{ at: nameOf(word, name), text: right }],
          },
        });
      }
  },
});

const nameOf = ({ at, quote }: Word, name: string) => {
  const start = at.start + (quote ? 1 : 0);
  return at.with({ start, end: start + name.length });
};
