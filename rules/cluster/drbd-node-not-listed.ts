import type { Span } from "../../parsers/core/source.ts";
import { drbd } from "../../parsers/drbd/index.ts";
import type { Resource } from "../../parsers/drbd/model.ts";
import { sameHost } from "../drbd/levels.ts";
import { clusterRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";
import { listed } from "./compare.ts";
import { hostOf } from "./facts-storage.ts";
import { documentsOf, type Node } from "./model.ts";

export const drbdNodeNotListed = clusterRule({
  id: "cluster/drbd-node-not-listed",
  severity: "error",
  summary: "Each node that reads a DRBD resource must be one of its hosts",
  byAbsence: true,
  daemon: "silent",
  check({ nodes }, report) {
    for (const node of nodes) {
      if (node.name === "") continue;
      for (const { model } of documentsOf(node, drbd))
        for (const resource of model.resources) {
          if (hostOf(resource, node.name) || !isPlain(resource)) continue;
          const words = resource.hosts.flatMap(({ names }) => names);
          const strangers = words.filter(({ value }) => !nodes.some(({ name }) => sameHost(value, name)));
          const near = nearest(
            node.name,
            strangers.map(({ value }) => value),
          );
          const meant =
            strangers.find(({ value }) => value === near) ??
            (strangers.length === 1 ? strangers[0] : undefined);
          const named = others(nodes, node, resource);
          if (!named && !(near && node.nameAt)) continue;
          const hosts = listed(words.map(({ value }) => value));
          report(
            (meant ?? resource.name.word).at,
            meant
              ? `on ${meant.value} names no node, and ${node.name} is not named: DRBD ignores resource ${resource.name.value} on ${node.name}`
              : `resource ${resource.name.value} is for ${hosts}, not for ${node.name}: DRBD ignores it on this node`,
            {
              ...(meant ? {} : { severity: "warning" as const }),
              related: [
                ...(node.nameAt ? [{ at: node.nameAt, message: "the name of this node" }] : []),
                ...(meant ? [{ at: resource.name.word.at, message: `resource ${resource.name.value}` }] : []),
              ],
              ...(near && meant
                ? {
                    fix: {
                      title: `replace with ${node.name}`,
                      safe: false,
                      edits: wordsOf(nodes, resource, meant.value).map((at) => ({ at, text: node.name })),
                    },
                  }
                : {}),
            },
          );
        }
    }
  },
});

/** Where the host stands in the resource's file of each machine, which must stay the same file. */
const wordsOf = (nodes: readonly Node[], { name }: Resource, host: string): Span[] =>
  nodes
    .flatMap((node) => documentsOf(node, drbd))
    .flatMap(({ model }) => model.resources)
    .filter((resource) => resource.name.value === name.value)
    .flatMap(({ hosts }) => hosts.flatMap(({ names }) => names))
    .flatMap(({ value, at }) => (value === host ? [at] : []));

/** Hosts by name, all of which can be read. */
const isPlain = ({ hosts, shown }: Resource): boolean =>
  !shown &&
  hosts.length > 0 &&
  hosts.every(({ kind, names }) => kind === "on" && names.length > 0 && !names.some(({ hole }) => hole));

/** A host of the resource is a node of this cluster, so that the names are those that nodes have. */
const others = (nodes: readonly Node[], node: Node, resource: Resource): boolean =>
  nodes.some((other) => other !== node && hostOf(resource, other.name));
