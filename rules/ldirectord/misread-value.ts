import type { Word } from "../../parsers/core/tree.ts";
import { ldirectord } from "../../parsers/ldirectord/index.ts";
import { checktypes, firstNumber, firstWord, services } from "../../parsers/ldirectord/types.ts";
import { modelRule } from "../rule.ts";
import { visitsOf } from "../schema/visits.ts";

/** What ldirectord reads of a value, where its pattern finds something in the middle of it. */
const readers: Readonly<Record<string, (value: string) => string | undefined>> = {
  count: firstNumber,
  digits: firstNumber,
  "leading-digits": firstNumber,
  checkport: firstNumber,
  checktype: (value) => firstNumber(value) ?? checktypes.find((one) => /[\w-]+/.exec(value)?.[0] === one),
  service: (value) => services.find((one) => one === firstWord(value)),
  protocol: (value) => firstWord(value),
  method: (value) => firstWord(value),
  scheduler: (value) => /[a-z]+/.exec(value)?.[0],
};

export const misreadValue = modelRule({
  id: "ldirectord/misread-value",
  format: ldirectord,
  severity: "error",
  summary: "A value must be written so that ldirectord reads all of it",
  daemon: "silent",
  check(_, report, { document }) {
    for (const { statement, def } of visitsOf(document)) {
      const value = statement.args[0];
      const read = value && readers[def?.args?.[0]?.type ?? ""]?.(value.value);
      if (!value || value.hole || !read || isWhole(value, read)) continue;
      report(value.at, `${statement.keyword.value} ${value.value} reads as ${read}: the rest is passed over`);
    }
  },
});

/** A unit of seconds and blanks change nothing; more words after a keyword's word are a remark. */
function isWhole({ value }: Word, read: string): boolean {
  const rest = value.replace(read, "").trim();
  return rest === "" || (value.startsWith(read) && /^(s|sec|secs|seconds?)?\.?$/i.test(rest));
}
