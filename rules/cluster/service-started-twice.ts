import type { Span } from "../../parsers/core/source.ts";
import { clusterRule } from "../rule.ts";
import { managedServices } from "./managed.ts";
import type { Node } from "./model.ts";
import { sameService } from "./services.ts";

export const serviceStartedTwice = clusterRule({
  id: "cluster/service-started-twice",
  severity: "error",
  summary: "What Pacemaker starts must not be started at boot as well",
  daemon: "silent",
  check(cluster, report) {
    for (const { names, at, resource } of managedServices(cluster))
      for (const node of cluster.nodes)
        for (const start of startsOf(node, names))
          report(
            at,
            `${start.text} on ${node.name} starts ${start.service} at boot too: it then runs on nodes where Pacemaker stopped it, and ${resource.primitive.id.value} fails or runs twice`,
            { related: start.at ? [{ at: start.at, message: `started on ${node.name}` }] : [] },
          );
  },
});

interface Start {
  readonly service: string;
  /** "rc.local", "/etc/systemd/system/multi-user.target.wants/apache2.service". */
  readonly text: string;
  readonly at?: Span;
}

/** What starts a service of one of these names on a machine, outside Pacemaker. */
const startsOf = ({ facts }: Node, names: readonly string[]): Start[] => [
  ...facts.services.flatMap(({ name, by, at }): Start[] =>
    names.some((one) => sameService(one, name)) ? [{ service: name, text: by, at }] : [],
  ),
  ...facts.enabled.flatMap(({ name, by }): Start[] =>
    names.some((one) => sameService(one, name)) ? [{ service: name, text: by }] : [],
  ),
];
