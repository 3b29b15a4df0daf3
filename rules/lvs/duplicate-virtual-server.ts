import { keepalived } from "../../parsers/keepalived/index.ts";
import type { Entity } from "../../parsers/keepalived/model.ts";
import { plainIp } from "../cluster/net.ts";
import { modelRule } from "../rule.ts";
import { membersOf } from "./members.ts";
import { has, headOf, titleOf } from "./servers.ts";
import { endpointsOf, marksOf, type Served, servedBy } from "./services.ts";

export const duplicateVirtualServer = modelRule({
  id: "lvs/duplicate-virtual-server",
  severity: "error",
  summary: "Address, port and protocol must belong to one virtual_server",
  daemon: "silent",
  format: keepalived,
  check(model, report) {
    const first = new Map<string, { owner: Served; place: Entity }>();
    for (const served of servedBy(model)) {
      const taken = keysOf(served).find(({ key }) => first.has(key));
      const other = taken && first.get(taken.key);
      if (!other || other.owner.service === served.service) {
        for (const { key, place } of keysOf(served)) first.set(key, { owner: served, place });
        continue;
      }
      const { service } = served;
      const name = titleOf(taken.place).replace(/^virtual_server /, "");
      report(
        headOf(service),
        `${titleOf(service)} sets ${name} up again: IPVS keeps one service, and the two overwrite each other's servers`,
        {
          related: [{ at: headOf(other.owner.service), message: "the other virtual_server of this service" }],
        },
      );
    }
  },
});

/** What IPVS tells services apart by. */
function keysOf(served: Served): { key: string; place: Entity }[] {
  const { service } = served;
  const protocol = service.protocol?.value.toUpperCase() ?? (has(service, "protocol") ? undefined : "UDP");
  const addresses = endpointsOf(served).flatMap((place) =>
    protocol && !place.range ? [{ key: `${plainIp(place.ip)} ${place.port} ${protocol}`, place }] : [],
  );
  const { family } = membersOf(service);
  const marks = marksOf(served).flatMap((place) => {
    const mark = titleOf(place).replace(/^virtual_server /, "");
    return family ? [{ key: `${mark} ${family}`, place }] : [];
  });
  return [...addresses, ...marks];
}
