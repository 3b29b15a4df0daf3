import type { Bind } from "../../parsers/haproxy/modelProxy.ts";
import { bindsOf, isTls, optionNamed } from "../haproxy/binds.ts";
import { ownLines } from "../haproxy/effective.ts";
import { clusterRule } from "../rule.ts";
import { type Balancer, balancerGroups } from "./balancers.ts";
import { bindSettings } from "./haproxy-settings.ts";

export const haproxyTicketsNotShared = clusterRule({
  id: "cluster/haproxy-tickets-not-shared",
  severity: "info",
  summary: "Load balancers that stand in for each other can share the keys of TLS session tickets",
  daemon: "silent",
  check(cluster, report) {
    for (const balancers of balancerGroups(cluster)) {
      const found = balancers.map(ownKeys);
      const [first] = found;
      if (!first || found.includes(undefined)) continue;
      report(
        first.word!.at,
        "each node makes ticket keys of its own: after a failover all clients make a full TLS handshake at once",
        {
          related: found
            .slice(1)
            .flatMap((bind) => (bind?.word ? [{ at: bind.word.at, message: "with other keys" }] : [])),
        },
      );
    }
  },
});

/** The first TLS listener that both nodes have and whose ticket keys nobody gives. */
function ownKeys({ node, document: { model } }: Balancer): Bind | undefined {
  const lines = ownLines(model.global, "ssl-default-bind-options");
  if (lines.some(({ args }) => args.some(({ value, hole }) => hole || value === "no-tls-tickets")))
    return undefined;
  return bindsOf(model)
    .map(({ bind }) => bind)
    .find(
      (bind) =>
        bind.word &&
        isTls(bind) &&
        bindSettings(bind, [node]).length > 0 &&
        !bind.options.some(({ word }) => word.hole) &&
        !["tls-ticket-keys", "no-tls-tickets"].some((name) => optionNamed(bind, name)),
    );
}
