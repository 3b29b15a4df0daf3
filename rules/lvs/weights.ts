import type { VirtualServer } from "../../parsers/keepalived/model.ts";
import { membersOf } from "./members.ts";
import { isComplete, weightOf } from "./servers.ts";

/** The sum that keepalived compares with the quorum; undefined where a weight is not known. */
export function totalWeightOf(service: VirtualServer): number | undefined {
  const { taken } = membersOf(service);
  const weights = taken.map((server) => (isComplete(server) ? weightOf(service, server) : undefined));
  if (weights.length === 0 || !isComplete(service)) return undefined;
  return weights.some((weight) => weight === undefined)
    ? undefined
    : weights.reduce((sum: number, weight) => sum + weight!, 0);
}
