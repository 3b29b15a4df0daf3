import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { familyAndVersion } from "./instance.ts";
import { title, within } from "./statements.ts";

/** What fits into one advert on a network with an MTU of 1500: the count has 8 bits, an IPv6 address 16 bytes (vrrp.c). */
const room = { 4: 255, 6: 89 } as const;
/** What the routers of other makers take. */
const usual = 20;

export const tooManyVips = modelRule({
  id: "keepalived/too-many-vips",
  severity: "warning",
  summary: "An instance should advertise no more than 20 addresses",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances }, report) {
    for (const instance of vrrpInstances) {
      const count = instance.virtualIps.length;
      const most = room[familyAndVersion(instance).family];
      const at = within(instance, "virtual_ipaddress").at(-1)?.keyword.at;
      if (!at || count <= usual) continue;
      if (count > most)
        report(
          at,
          `${title(instance)} has ${count} addresses, one advert holds ${most}: the others are not advertised`,
          { severity: "error", daemon: "rejects" },
        );
      else
        report(
          at,
          `${title(instance)} advertises ${count} addresses: more than ${usual} belong into virtual_ipaddress_excluded`,
        );
    }
  },
});
