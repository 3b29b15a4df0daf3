import { remembered } from "../../parsers/core/remembered.ts";
import type { KeywordDef } from "../../parsers/core/schema.ts";
import { documentRule } from "../rule.ts";
import { visitsWhere } from "../schema/visits.ts";
import { unlessBranch } from "./servers.ts";

/** Whether it has options that exclude one another. */
const hasKinds = remembered(({ options = {} }: KeywordDef): boolean =>
  Object.values(options).some(({ kind }) => kind !== undefined),
);

export const rivalOptions = documentRule({
  id: "haproxy/rival-options",
  scope: "section",
  severity: "error",
  summary: "A line must not have two options of which haproxy takes one",
  daemon: "rejects",
  check(document, report) {
    if (document.format.id !== "haproxy") return;
    for (const { statement, slots, args } of visitsWhere(document, hasKinds)) {
      if (!slots || slots.options.length < 2 || args.some(({ hole }) => hole)) continue;
      const first = new Map<string, (typeof slots.options)[number]>();
      for (const option of slots.options) {
        const { kind } = option.def;
        if (kind === undefined) continue;
        const earlier = first.get(kind);
        if (!earlier) first.set(kind, option);
        else
          report(
            option.word.at,
            `${earlier.name} stands on this line already, and haproxy takes one ${kind}`,
            unlessBranch(statement),
          );
      }
    }
  },
});
