import { interfaces } from "../../parsers/interfaces/index.ts";
import { clusterRule } from "../rule.ts";
import { ownAddresses } from "./machines.ts";
import type { AddressFact, Node } from "./model.ts";
import { modelsOf } from "./model.ts";
import { isLoopback, plainIp } from "./net.ts";
import { isInternal } from "./real-servers.ts";

export const duplicateAddress = clusterRule({
  id: "cluster/duplicate-address",
  severity: "error",
  summary: "An address must belong to one node only",
  daemon: "silent",
  check(cluster, report) {
    const vips = new Set(cluster.nodes.flatMap(({ facts }) => facts.vips.map(({ ip }) => plainIp(ip))));
    const first = new Map<string, { readonly node: Node; readonly address: AddressFact }>();
    for (const node of cluster.nodes)
      for (const address of ownAddresses(node)) {
        const ip = plainIp(address.ip);
        if (isLoopback(ip) || vips.has(ip) || isInternal(address) || isInside(node, address)) continue;
        const other = first.get(ip);
        if (!other) first.set(ip, { node, address });
        else if (other.node !== node)
          report(
            address.at,
            `${address.ip} is also the address of ${other.node.name}: the neighbours reach now one, now the other`,
            { related: [{ at: other.address.at, message: `${other.address.label} of ${other.node.name}` }] },
          );
      }
  },
});

/** A bridge without ports leads to machines inside this one alone: containers and guests behind NAT. */
const isInside = (node: Node, { label }: AddressFact): boolean =>
  /^(?:docker|virbr|lxcbr|lxdbr)\d*$/.test(label) ||
  modelsOf(node, interfaces).some(({ stanzas }) =>
    stanzas.some(
      ({ name, options }) =>
        name.value === label &&
        options.some((one) => /^bridge[-_]ports$/.test(one.name) && one.value?.value === "none"),
    ),
  );
