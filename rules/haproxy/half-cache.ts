import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import { modelRule } from "../rule.ts";
import { rulesDoing } from "./lookup.ts";

const other: Readonly<Record<string, string>> = { "cache-use": "cache-store", "cache-store": "cache-use" };

/** The lines that read from or write to caches. */
const usesOf = (model: Haproxy) =>
  rulesDoing(model, ...Object.keys(other)).flatMap(({ rule: { action, args } }) => {
    const [word] = args;
    return word && !word.hole ? [{ action, name: word.value, word }] : [];
  });

export const halfCache = modelRule({
  id: "haproxy/half-cache",
  severity: "error",
  summary: "A cache must be both filled and read",
  daemon: "silent",
  format: haproxy,
  check(model, report, { document }) {
    if (!document.root || !document.whole) return;
    const uses = usesOf(model);
    for (const { action, name, word } of uses) {
      const missing = other[action]!;
      if (uses.some((one) => one.action === missing && one.name === name)) continue;
      const why = action === "cache-use" ? "nothing is ever found in it" : "what is put there is never used";
      report(word.at, `cache ${name} has ${action} and no ${missing}: ${why}`);
    }
  },
});
