import { addTo } from "../../parsers/core/remembered.ts";
import { exclusive } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Rule } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { changes, isFinal } from "./final.ts";
import { isAlways, isCovered, type Suites, suitesOf } from "./logic.ts";
import { rulesets } from "./unreachable-rule.ts";

export const shadowedRule = modelRule({
  id: "haproxy/shadowed-rule",
  scope: "section",
  severity: "warning",
  summary: "No rule should ask for what an earlier one has already taken",
  daemon: "silent",
  format: haproxy,
  check({ proxies }, report) {
    for (const proxy of proxies)
      for (const set of rulesets(proxy.rules)) {
        let earlier = nothing();
        for (const rule of set) {
          const suites = suitesOf(rule, proxy);
          if (rule.condition && suites && suites.length > 0) {
            const by = takerOf(earlier, rule, suites);
            if (by)
              report(
                rule.statement.at,
                "never applies: an earlier rule takes all that its condition matches",
                {
                  related: [{ at: by.statement.at, message: "this one" }],
                },
              );
          }
          if (changes(rule)) earlier = nothing();
          else if (isFinal(rule) && suites && !isAlways(suites) && !rule.statement.branch)
            take(earlier, rule, suites);
        }
      }
  },
});

interface Earlier {
  readonly rule: Rule;
  readonly suites: Suites;
  readonly index: number;
}

/** More are not compared with. */
const most = 200;

/** Rules that took what their condition matches, found by the tests in it. */
interface Taken {
  readonly all: Earlier[];
  readonly byTest: Map<string, Earlier[]>;
}

const nothing = (): Taken => ({ all: [], byTest: new Map() });

function take({ all, byTest }: Taken, rule: Rule, suites: Suites): void {
  if (all.length >= most) return;
  const earlier = { rule, suites, index: all.length };
  all.push(earlier);
  for (const suite of suites) addTo(byTest, suite[0]!.text, earlier);
}

/** The first that took all that this rule's condition matches: of each case it must know some test. */
function takerOf({ byTest }: Taken, rule: Rule, suites: Suites): Rule | undefined {
  return suites[0]!
    .flatMap(({ text }) => byTest.get(text) ?? [])
    .sort((a, b) => a.index - b.index)
    .find((one) => isCovered(suites, one.suites) && !exclusive(one.rule.statement, rule.statement))?.rule;
}
