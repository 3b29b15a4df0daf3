import { isBrokenIp4, isIp, isIp4 } from "../../parsers/core/types.ts";
import type { AgentParam } from "../../parsers/pacemaker/agents.ts";
import type { NvPair, Pacemaker, Primitive } from "../../parsers/pacemaker/model.ts";
import { agentId, agentOf, paramSets, valueOf } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";
import { vipAgents } from "./vips.ts";

export const paramValue = pacemakerRule({
  id: "pacemaker/param-value",
  severity: "error",
  summary: "A parameter must have a value that its agent can use",
  daemon: "silent",
  check(model, report) {
    for (const primitive of model.primitives) {
      const isVip = vipAgents.includes(agentId(model, primitive) ?? "");
      const params = agentOf(model, primitive)?.params ?? {};
      for (const pair of (paramSets(model, primitive) ?? []).flatMap(({ pairs }) => pairs)) {
        const { name, value } = pair;
        if (!value || value.hole || name.hole) continue;
        const why = isVip ? addressFault(model, primitive, pair) : undefined;
        if (why) report(value.at, `${name.value} ${value.value} ${why}: ${primitive.id.value} cannot start`);
        else if (!isVip && /^ip(?:addr)?$/.test(name.value) && isBrokenIp4(value.value))
          report(
            value.at,
            `${name.value} ${value.value} is not an IP address: ${primitive.id.value} reaches nobody`,
          );
        const param = Object.hasOwn(params, name.value) ? params[name.value]! : {};
        const odd = typeFault(param, value.value);
        if (odd) report(value.at, `${name.value} ${value.value} ${odd}`, { severity: "warning" });
      }
    }
  },
});

/** Why the agents of addresses cannot use it. */
function addressFault(model: Pacemaker, primitive: Primitive, { name, value }: NvPair): string | undefined {
  const text = value!.value;
  if (name.value === "ip" && !isIp(text)) return "is not an IP address";
  if (name.value !== "cidr_netmask") return undefined;
  const ip = valueOf(model, primitive, "ip")?.value;
  if (ip === undefined || !isIp(ip)) return undefined;
  const most = isIp4(ip) ? 32 : 128;
  if (/^\d+$/.test(text)) return Number(text) > most ? `is more than ${most} bits` : undefined;
  return isIp4(text) && most === 32 ? undefined : "is neither a number of bits nor a netmask";
}

const boolean = /^(yes|no|true|false|on|off|1|0|ja|enabled?|disabled?|y|n)$/i;

/** What the agent's own metadata says of the value; a boolean whose default is none is no boolean. */
function typeFault({ type, default: usual, oneOf }: AgentParam, text: string): string | undefined {
  if (type === "boolean" && (usual === undefined || boolean.test(usual)) && !boolean.test(text))
    return "is neither true nor false: the agent takes it for false";
  if (oneOf && !oneOf.includes(text)) return `is not one of ${oneOf.join(", ")}`;
  return undefined;
}
