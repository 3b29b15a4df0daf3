import { ldirectord } from "../../parsers/ldirectord/index.ts";
import type { VirtualService } from "../../parsers/ldirectord/model.ts";
import { modelRule } from "../rule.ts";
import { headOf, protocolOf, titleOf } from "./services.ts";

export const duplicateVirtual = modelRule({
  id: "ldirectord/duplicate-virtual",
  format: ldirectord,
  severity: "error",
  summary: "A virtual service must stand once",
  daemon: "rejects",
  check({ virtuals }, report) {
    const first = new Map<string, VirtualService>();
    for (const service of virtuals) {
      const key = keyOf(service);
      if (!key) continue;
      const other = first.get(key);
      if (!other) first.set(key, service);
      else
        report(headOf(service), `${titleOf(service)} stands twice: ldirectord refuses the file`, {
          related: [{ at: headOf(other), message: "the first one" }],
        });
    }
  },
});

function keyOf(service: VirtualService): string | undefined {
  const { host, port, mark, family } = service;
  const protocol = protocolOf(service);
  if (!protocol) return undefined;
  if (mark) return `${protocol} ${family} ${mark.value}`;
  return host && port && `${protocol} ${family} ${host.value.toLowerCase()} ${port.value}`;
}
