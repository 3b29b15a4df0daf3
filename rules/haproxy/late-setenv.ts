import type { Statement } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { addressWords, rawOf, referencesOf } from "./environment.ts";
import { linesOf, wordsOf } from "./lines.ts";

export const lateSetenv = modelRule({
  id: "haproxy/late-setenv",
  severity: "warning",
  summary: "A variable must be set above the lines that use it",
  daemon: "silent",
  format: haproxy,
  check({ statements, global }, report) {
    const setters = global.statements.filter(({ keyword: { value } }) => /^(pre)?setenv$/.test(value));
    if (setters.length === 0) return;
    const lines = [...linesOf({ statements })];
    const first = new Map<string, Statement>();
    for (const line of lines) {
      const name = setters.includes(line) ? line.args[0]?.value : undefined;
      if (name && !first.has(name)) first.set(name, line);
    }
    const waiting = new Map(first);
    for (const line of lines) {
      const name = setters.includes(line) ? line.args[0]?.value : undefined;
      if (name) waiting.delete(name);
      if (waiting.size === 0) return;
      const addresses = addressWords(line);
      for (const word of wordsOf(line))
        for (const reference of referencesOf(rawOf(word))) {
          const setter = waiting.get(reference.name);
          const replaced = reference.quote === '"' || (reference.quote === "" && addresses.includes(word));
          if (!setter || reference.hasDefault || !replaced || setter.at.source !== word.at.source) continue;
          const { start, end } = reference;
          report(
            word.at.with({ start: word.at.start + start, end: word.at.start + end }),
            `${reference.name} is set below only: what haproxy was started with counts here, and without that nothing`,
            { related: [{ at: setter.keyword.at, message: "sets it, too late" }] },
          );
        }
    }
  },
});
