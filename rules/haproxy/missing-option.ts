import { remembered } from "../../parsers/core/remembered.ts";
import type { KeywordDef } from "../../parsers/core/schema.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { documentRule } from "../rule.ts";
import { visitsWhere } from "../schema/visits.ts";
import { unlessBranch } from "./servers.ts";

const listed = (names: readonly string[]): string =>
  names.length > 8
    ? `an option such as ${names[0]}`
    : names.length === 1
      ? names[0]!
      : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;

/** Whether this keyword, or an option of it, needs an option. */
const mayNeed = remembered(
  ({ needs, options = {} }: KeywordDef): boolean =>
    needs !== undefined || Object.values(options).some((option) => option.needs),
);

export const missingOption = documentRule({
  id: "haproxy/missing-option",
  scope: "section",
  severity: "error",
  summary: "A line must have the options without which haproxy refuses it",
  daemon: "rejects",
  check(document, report) {
    if (document.format.id !== "haproxy") return;
    for (const { statement, def, args, slots } of visitsWhere(document, mayNeed)) {
      if (!def || !slots || statement.keyword.hole || slots.extra.length > 0 || args.some(({ hole }) => hole))
        continue;
      const needy: readonly { readonly word: Word; readonly def: KeywordDef }[] = [
        { word: statement.keyword, def },
        ...slots.options,
      ];
      for (const { word, def } of needy) {
        const lacking = def.needs?.find(
          (names) => !slots.options.some(({ name }) => names.includes(name.replace(/^!/, ""))),
        );
        if (lacking) report(word.at, `${word.value} needs ${listed(lacking)}`, unlessBranch(statement));
      }
    }
  },
});
