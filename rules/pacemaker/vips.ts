import type { Word } from "../../parsers/core/tree.ts";
import type { Pacemaker, Primitive } from "../../parsers/pacemaker/model.ts";
import { primitivesOf, valueOf } from "./resources.ts";

/** The agents that put an address on an interface, with the parameter that names it. */
const agents = {
  "ocf:heartbeat:IPaddr2": "ip",
  "ocf:heartbeat:IPaddr": "ip",
  "ocf:heartbeat:IPv6addr": "ipv6addr",
} as const;

export const vipAgents: readonly string[] = Object.keys(agents);

/** An address that a resource moves between the nodes. */
export interface Vip {
  readonly primitive: Primitive;
  readonly address: Word;
}

export const vipsOf = (model: Pacemaker): Vip[] =>
  Object.entries(agents).flatMap(([id, name]) =>
    primitivesOf(model, id).flatMap((primitive) => {
      const address = valueOf(model, primitive, name);
      return address ? [{ primitive, address }] : [];
    }),
  );
