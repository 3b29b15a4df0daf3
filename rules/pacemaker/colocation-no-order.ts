import type { Word } from "../../parsers/core/tree.ts";
import type { Pacemaker, Primitive } from "../../parsers/pacemaker/model.ts";
import { colocationsBetween, ordersBetween } from "./relations.ts";
import { agentId, agentOf, namesOf, primitivesOf } from "./resources.ts";
import { pacemakerRule } from "./rule.ts";
import { vipAgents } from "./vips.ts";

export const colocationNoOrder = pacemakerRule({
  id: "pacemaker/colocation-no-order",
  severity: "warning",
  summary: "A service needs both a place and an order relative to the address or file system it uses",
  daemon: "silent",
  check(model, report) {
    const bases = primitivesOf(model, ...vipAgents, "ocf:heartbeat:Filesystem");
    for (const { id, resource, with: other, score } of model.colocations) {
      const base = bases.find((one) => one.id.value === other?.resource.value);
      const service = serviceNamed(model, resource?.resource);
      if (!base || !service || !isMust(score?.value) || isOrdered(model, base, service)) continue;
      report(
        id.at,
        `${service.id.value} runs where ${base.id.value} runs, but need not wait for it: without an order both start at once`,
      );
    }
    for (const { id, first, then } of model.orders) {
      const base = bases.find((one) => one.id.value === first?.resource.value);
      const service = serviceNamed(model, then?.resource);
      if (!base || !service || isPlaced(model, base, service)) continue;
      report(
        id.at,
        `${service.id.value} waits for ${base.id.value}, but may run on another node: without a colocation they part`,
      );
    }
  },
});

const isMust = (score: number | undefined): boolean => score === undefined || score >= 1_000_000;

/** A primitive that stands alone and needs what is below it: no address, no file system, no fencing device. */
function serviceNamed(model: Pacemaker, name: Word | undefined): Primitive | undefined {
  const primitive = model.primitives.find(({ id }) => id.value === name?.value);
  const agent = primitive && agentId(model, primitive);
  if (!primitive || !agent || vipAgents.includes(agent) || agent.startsWith("stonith:")) return undefined;
  const known = !!agentOf(model, primitive) || !agent.startsWith("ocf:");
  return known && !/:(Filesystem|drbd|ping|Dummy|LVM|LVM-activate)$/.test(agent) ? primitive : undefined;
}

const isOrdered = (model: Pacemaker, base: Primitive, service: Primitive): boolean =>
  ordersBetween(model, namesOf(model, base), namesOf(model, service)).length > 0 ||
  ordersBetween(model, namesOf(model, service), namesOf(model, base)).length > 0;

const isPlaced = (model: Pacemaker, base: Primitive, service: Primitive): boolean =>
  colocationsBetween(model, namesOf(model, service), namesOf(model, base)).length > 0 ||
  colocationsBetween(model, namesOf(model, base), namesOf(model, service)).length > 0;
