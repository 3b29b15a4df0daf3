import { keepalived } from "../../parsers/keepalived/index.ts";
import type { Address, VrrpInstance } from "../../parsers/keepalived/model.ts";
import { plainIp } from "../cluster/net.ts";
import { modelRule } from "../rule.ts";
import { addressesOf, rangeOf } from "./addresses.ts";
import { groupOf } from "./groups.ts";
import { title, verdictSince } from "./statements.ts";

export const vipDuplicate = modelRule({
  id: "keepalived/vip-duplicate",
  severity: "error",
  summary: "A virtual address must stand in one place only",
  daemon: [{ since: "2.3.3", verdict: "rejects" }, { verdict: "silent" }],
  format: keepalived,
  check(model, report, { targets }) {
    const seen = new Map<string, { instance: VrrpInstance; address: Address }>();
    for (const instance of model.vrrpInstances)
      for (const address of addressesOf(instance)) {
        const { ip } = address;
        if (!ip) continue;
        const device = rangeOf(ip.value) === "linkLocal" ? (address.dev ?? instance.interface)?.value : "";
        const key = `${plainIp(ip.value)}%${device}`;
        const before = seen.get(key);
        if (!before) {
          seen.set(key, { instance, address });
          continue;
        }
        const at = before.address.ip!.word.at;
        if (at.source === ip.word.at.source && at.start === ip.word.at.start) continue;
        const same = before.instance === instance;
        const group = groupOf(model, instance);
        const together = !same && group !== undefined && group === groupOf(model, before.instance);
        report(
          ip.word.at,
          same
            ? `${ip.value} stands twice in ${title(instance)}`
            : `${ip.value} belongs to ${title(before.instance)} too${together ? "" : ": whichever of them is BACKUP takes it away from the other"}`,
          {
            ...(together ? { severity: "warning" as const } : {}),
            related: [{ at, message: `the first time${same ? "" : `, in ${title(before.instance)}`}` }],
            daemon:
              same && isAdvertised(instance, address) && isAdvertised(instance, before.address)
                ? verdictSince(targets, "2.3.3", "rejects")
                : "silent",
          },
        );
      }
  },
});

const isAdvertised = ({ virtualIps }: VrrpInstance, address: Address): boolean =>
  virtualIps.includes(address);
