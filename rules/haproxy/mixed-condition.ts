import { cover, textOf } from "../../parsers/core/source.ts";
import type { Term } from "../../parsers/haproxy/condition.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { aclsNamed } from "./tests.ts";

/** What a term looks at: the first word of an anonymous ACL, or of the one line that defines its name. */
function criterionOf({ name, words }: Term, proxy: Proxy): string | undefined {
  if (words) return words[0]?.value;
  const lines = name ? aclsNamed(proxy, name.value) : [];
  return lines.length === 1 ? lines[0]!.criterionWord?.value : undefined;
}

export const mixedCondition = modelRule({
  id: "haproxy/mixed-condition",
  scope: "section",
  severity: "info",
  summary: "AND binds before OR, and a condition has no parentheses",
  daemon: "silent",
  format: haproxy,
  check({ proxies }, report) {
    for (const proxy of proxies)
      for (const { condition } of proxy.rules) {
        const suites = condition?.suites ?? [];
        if (suites.length !== 2) continue;
        const [short, long] = [...suites].sort((a, b) => a.length - b.length) as [
          readonly Term[],
          readonly Term[],
        ];
        if (short.length !== 1 || long.length !== 2) continue;
        const shared = criterionOf(short[0]!, proxy);
        const extra = long.find((term) => criterionOf(term, proxy) !== shared);
        if (!shared || !extra || !long.some((term) => criterionOf(term, proxy) === shared)) continue;
        const one = textOf(short[0]!.at);
        report(
          cover(suites[0]![0]!.at, suites[1]!.at(-1)!.at),
          `${textOf(extra.at)} is asked on one side of the or alone: ${one} is enough by itself`,
        );
      }
  },
});
