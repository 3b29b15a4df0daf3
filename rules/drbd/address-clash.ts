import type { Address } from "../../parsers/drbd/address.ts";
import { drbd } from "../../parsers/drbd/index.ts";
import type { Resource } from "../../parsers/drbd/model.ts";
import { modelRule } from "../rule.ts";

export const addressClash = modelRule({
  id: "drbd/address-clash",
  severity: "error",
  summary: "Address and port must be those of one host in one resource",
  daemon: "rejects",
  format: drbd,
  check({ resources }, report) {
    const used = new Map<string, { address: Address; resource: Resource }>();
    for (const resource of resources) {
      const own: Address[] = [];
      for (const { address } of resource.hosts) {
        if (!address || /^127\.|^::1$/.test(address.ip)) continue;
        const twin = own.find(({ ip, port }) => ip === address.ip && port === address.port);
        own.push(address);
        if (twin)
          report(
            address.at,
            `${shown(address)} is the address of both ends of resource ${resource.name.value}`,
            {
              related: [{ at: twin.at, message: "the other end" }],
            },
          );
        const key = `${address.ip} ${address.port}`;
        const other = used.get(key);
        if (!other) used.set(key, { address, resource });
        else if (other.resource !== resource)
          report(
            address.at,
            `${shown(address)} of resource ${resource.name.value} is that of ${other.resource.name.value} too: each resource needs a port of its own`,
            {
              related: [
                { at: other.address.at, message: `address of resource ${other.resource.name.value}` },
              ],
            },
          );
      }
    }
  },
});

const shown = ({ ip, port, family }: Address): string =>
  family === "ipv6" ? `[${ip}]:${port}` : `${ip}:${port}`;
