import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { isDrbd8, netOf, sameHost } from "./levels.ts";

export const discardNode = modelRule({
  id: "drbd/discard-node",
  severity: "error",
  summary: "discard-node must name a host of the resource, and is for DRBD 8 alone",
  daemon: "rejects",
  format: drbd,
  check({ resources }, report, { targets }) {
    for (const resource of resources)
      for (const { value, word } of netOf(resource, "after-sb-0pri")) {
        if (!value.startsWith("discard-node-")) continue;
        const node = value.slice("discard-node-".length);
        const hosts = resource.hosts.flatMap(({ names }) => names);
        if (targets.drbd && !isDrbd8(targets)) report(word.at, `drbd ${targets.drbd} does not know ${value}`);
        else if (hosts.length > 0 && !hosts.some((host) => host.hole || sameHost(host.value, node)))
          report(word.at, `${node} in ${value} is no host of resource ${resource.name.value}`);
      }
  },
});
