import { ldirectord } from "../../parsers/ldirectord/index.ts";
import { modelRule } from "../rule.ts";
import { checktypeOf, protocolOf, serviceOf } from "./services.ts";

export const unknownCheckPort = modelRule({
  id: "ldirectord/unknown-check-port",
  format: ldirectord,
  severity: "error",
  summary: "A check that connects must know its port",
  daemon: "silent",
  check({ virtuals }, report) {
    for (const service of virtuals) {
      const type = checktypeOf(service);
      if (service.settings.has("checkport") || serviceOf(service) !== "none") continue;
      if (type !== "combined" && (type !== "connect" || protocolOf(service) === "udp")) continue;
      for (const { host, port, fault } of service.reals)
        if (host && !fault && Number(port?.value ?? 0) === 0)
          report(
            host.word.at,
            `no port to check on ${host.value}: it has none, checkport is not set and no service names one, so it counts as down`,
          );
    }
  },
});
