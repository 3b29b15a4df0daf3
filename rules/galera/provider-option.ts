import type { KeywordDef } from "../../parsers/core/schema.ts";
import { textOf } from "../../parsers/core/source.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { commonTypes } from "../../parsers/core/types.ts";
import type { ProviderOption } from "../../parsers/mycnf/provider.ts";
import { galeraTypes } from "../../parsers/mycnf/types.ts";
import type { Details, Report } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";
import { memberRule } from "./member.ts";
import { providerTable } from "./provider.ts";

const result = "the provider refuses all options, and the server does not start";

export const providerOptionRule = memberRule({
  id: "galera/provider-option",
  severity: "error",
  summary: "wsrep_provider_options must be options of Galera with values that it takes",
  daemon: "stops",
  check({ wsrep }, report) {
    for (const option of wsrep.providerOptions?.value ?? []) judge(option, report);
  },
});

function judge(option: ProviderOption, report: Report): void {
  const { key, value, more, at } = option;
  if (/\{\{|\{%|<%/.test(textOf(at))) return;
  if (key.value === "") report(at, `there is no option before this =: ${result}`);
  else if (!value) report(key.at, `${key.value} has no value: ${result}`);
  else if (more.length > 0)
    report(at, `two values for ${key.value}: options are separated by ;, ${result}`, separated(value));
  else judgeValue(key, value, report);
}

function judgeValue(key: Word, value: Word, report: Report): void {
  const def = Object.hasOwn(providerTable(), key.value) ? providerTable()[key.value] : undefined;
  if (!def) {
    const guess = nearest(key.value, Object.keys(providerTable()));
    const message = `Galera has no option ${key.value}: ${result}`;
    if (!guess) report(key.at, message);
    else
      report(key.at, `${message}, did you mean ${guess}?`, {
        fix: { title: `rename to ${guess}`, safe: false, edits: [{ at: key.at, text: guess }] },
      });
    return;
  }
  const why = fault(def, value);
  const { at } = value.value === "" ? key : value;
  if (why) report(at, `${key.value}=${value.value} ${why}: ${result}`);
}

/** `a=1, b=2`: a semicolon in the place of the comma. */
function separated(value: Word): Details {
  const comma = value.value.lastIndexOf(",");
  const next = value.value.slice(comma + 1).trim();
  if (comma < 0 || !Object.hasOwn(providerTable(), next)) return {};
  const start = value.at.start + comma;
  const at = value.at.with({ start, end: start + 1 });
  return { fix: { title: "separate them by ;", safe: true, edits: [{ at, text: ";" }] } };
}

function fault(def: KeywordDef, word: Word): string | undefined {
  const arg = def.args?.[0];
  const check = arg?.type ? (galeraTypes[arg.type] ?? commonTypes[arg.type]) : undefined;
  return arg && check?.(word.value, arg, word);
}
