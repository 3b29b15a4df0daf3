import { idPart } from "../../parsers/crmsh/words.ts";
import type { Agent } from "../../parsers/pacemaker/agents.ts";
import type { NvPair, Pacemaker, Primitive } from "../../parsers/pacemaker/model.ts";
import type { Report } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";
import { agentId, agentOf, agentWords, paramSets } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";

/** Parameters that the fencer itself takes from any device (pacemaker-fenced(7)). */
const ofFencing =
  /^(pcmk_(host_(argument|map|list|check)|delay_(max|base)|action_limit|(reboot|off|on|list|monitor|status|metadata|validate-all|validate_all)_(action|timeout|retries))|stonith-timeout|stonith_timeout|priority|provides|action|port|plug|nodename|devices)$/;
/** Parameters that any agent takes: traces of resource-agents, and what Pacemaker passes itself. */
const ofAny = /^(\$|@|CRM_meta_|OCF_CHECK_LEVEL$|trace_(ra|file|dir)$)/;

export const agentParam = pacemakerRule({
  id: "pacemaker/agent-param",
  severity: "error",
  summary: "A resource must set the parameters that its agent requires, and none that it does not know",
  daemon: "silent",
  check(model, report) {
    for (const primitive of model.primitives) {
      const agent = agentOf(model, primitive);
      const sets = paramSets(model, primitive);
      if (!agent?.complete || !agent.params || !sets) continue;
      const pairs = sets.flatMap((set) => set.pairs);
      if (pairs.some(({ name }) => name.hole)) continue;
      checkMissing(model, primitive, agent, pairs, report);
      for (const set of primitive.params)
        for (const pair of set.pairs) checkUnknown(model, primitive, agent, pair, report);
    }
  },
});

const daemonOf = ({ syntax }: Pacemaker) => (syntax === "crm" ? ("warns" as const) : ("silent" as const));

function checkMissing(
  model: Pacemaker,
  primitive: Primitive,
  { params = {} }: Agent,
  pairs: readonly NvPair[],
  report: Report,
): void {
  const set = new Set(pairs.map(({ name }) => name.value));
  const isStonith = agentWords(model, primitive).class?.value === "stonith";
  const missing = Object.entries(params)
    .filter(([, { required, deprecated, default: usual }]) => required && !deprecated && usual === undefined)
    .filter(([name, { replaces = name }]) => !set.has(name) && !set.has(replaces))
    .filter(([name]) => !(isStonith && ofFencing.test(name)))
    .map(([name]) => name);
  if (missing.length === 0) return;
  report(
    primitive.id.at,
    `${agentId(model, primitive)} needs ${missing.join(", ")}: ${primitive.id.value} cannot start without ${missing.length > 1 ? "them" : "it"}`,
    { daemon: daemonOf(model) },
  );
}

function checkUnknown(
  model: Pacemaker,
  primitive: Primitive,
  { params = {} }: Agent,
  { name }: NvPair,
  report: Report,
): void {
  const isStonith = agentWords(model, primitive).class?.value === "stonith";
  if (Object.hasOwn(params, name.value) || ofAny.test(name.value)) return;
  if (isStonith && ofFencing.test(name.value)) return;
  const guess = nearest(name.value, Object.keys(params));
  if (!guess && model.syntax === "crm" && !idPart.test(name.value)) return; // crmsh/id-character tells more
  const agent = agentId(model, primitive);
  report(
    name.at,
    `${agent} has no parameter ${name.value}${guess ? ` (did you mean ${guess}?)` : ""}: the agent does not see it`,
    {
      daemon: daemonOf(model),
      ...(guess
        ? { fix: { title: `replace with ${guess}`, safe: false, edits: [{ at: name.at, text: guess }] } }
        : { severity: "warning" as const }),
    },
  );
}
