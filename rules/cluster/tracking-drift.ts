import { clusterRule } from "../rule.ts";
import { listed } from "./compare.ts";
import { nodeName } from "./disagree.ts";
import { type Tracked, trackedBy } from "./tracking.ts";
import { instanceAt, type Router, virtualRouters } from "./vrrp.ts";

export const trackingDrift = clusterRule({
  id: "cluster/tracking-drift",
  severity: "warning",
  summary: "The routers of one virtual router should track the same things with the same weights",
  daemon: "silent",
  check(cluster, report) {
    for (const routers of virtualRouters(cluster)) {
      const tracked = routers.map((router) => ({ router, things: trackedBy(router) }));
      const told = new Set<string>();
      const named = sameDevices(routers);
      for (const { router, things } of tracked)
        for (const thing of things) {
          const without = tracked.filter(
            (other) => other.router !== router && !tracks(other.things, thing, named),
          );
          if (told.has(keyOf(thing, named)) || without.length === 0) continue;
          told.add(keyOf(thing, named));
          const other = without[0]!.things.find((one) => keyOf(one, named) === keyOf(thing, named));
          const names = listed(without.map((one) => nodeName(one.router)));
          report(
            other ? thing.weightAt : thing.at,
            other
              ? `${thing.kind} ${thing.name} weighs ${thing.weight} here, ${other.weight} on ${names}: the same failure moves the addresses from one node and not from the other`
              : `${thing.kind} ${thing.name} is tracked here, but not on ${names}: its failure there goes unseen`,
            {
              related: without.map((one) => ({
                at:
                  one.things.find((same) => keyOf(same, named) === keyOf(thing, named))?.weightAt ??
                  instanceAt(one.router),
                message: "the other router",
              })),
            },
          );
        }
    }
  },
});

/** Machines that call the instance's interface by one name have the same names for the others. */
const sameDevices = (routers: readonly Router[]): boolean =>
  new Set(routers.map(({ instance }) => instance.interface?.value)).size === 1;

/** Interfaces may have names of their own on each machine: then that any is tracked must do. */
const keyOf = ({ kind, name }: Tracked, named: boolean): string =>
  kind === "interface" && !named ? kind : `${kind} ${name}`;

const tracks = (things: readonly Tracked[], thing: Tracked, named: boolean): boolean =>
  things.some(
    (one) =>
      keyOf(one, named) === keyOf(thing, named) &&
      (thing.kind === "interface" || one.weight === thing.weight),
  );
