import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import { modelRule } from "../rule.ts";
import { isWhole } from "./effective.ts";
import { helpersOf } from "./sections.ts";
import { tableUses } from "./tables.ts";

/** Sections that other lines than those of `helpersOf` name: sinks of traces and debug converters, `section/table`. */
function otherUses(model: Haproxy): ReadonlySet<string> {
  const tables = tableUses(model).flatMap(({ name }) => name.split("/")[0]!);
  const sinks = [...model.global.statements, ...model.traces.flatMap(({ statements }) => statements)].flatMap(
    ({ keyword, args }) =>
      /trace|ring|^tune/.test(keyword.value) ? args.map(({ value }) => value.replace(/^.*@/, "")) : [],
  );
  return new Set([...tables, ...sinks]);
}

export const unusedSection = modelRule({
  id: "haproxy/unused-section",
  severity: "info",
  summary: "A userlist, peers, resolvers, cache or other helper section that no line names does nothing",
  byAbsence: true,
  daemon: "silent",
  format: haproxy,
  check(model, report, { document }) {
    if (!isWhole(model, document) || model.proxies.every(({ kind }) => kind === "defaults")) return;
    const others = otherUses(model);
    for (const { kind, sections, uses, builtIn = [] } of helpersOf(model)) {
      const used = new Set([...builtIn, ...uses.map(({ name }) => name)]);
      for (const { name } of sections)
        if (name && !name.word.hole && !used.has(name.value) && !others.has(name.value))
          report(name.word.at, `no line names ${kind} ${name.value}`);
    }
  },
});
