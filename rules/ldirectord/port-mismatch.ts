import { ldirectord } from "../../parsers/ldirectord/index.ts";
import type { Fallback, RealServer, VirtualService } from "../../parsers/ldirectord/model.ts";
import { modelRule, type Report } from "../rule.ts";
import { checktypeOf } from "./services.ts";

export const portMismatch = modelRule({
  id: "ldirectord/port-mismatch",
  format: ldirectord,
  severity: "error",
  summary: "A real server that is reached by gate or ipip must have the port of its virtual service",
  daemon: "silent",
  check({ virtuals }, report) {
    for (const service of virtuals) {
      const checked = checksPort(service);
      for (const real of service.reals) check(service, real, real.forward?.value, checked, report);
      const { fallback } = service;
      if (fallback) check(service, fallback, fallback.forward?.value ?? "gate", false, report);
    }
  },
});

/** The checks of a real server look at its own port. */
const checksPort = (service: VirtualService): boolean =>
  !service.settings.has("checkport") && !["ping", "on", "off", undefined].includes(checktypeOf(service));

/** A port by name is not compared: /etc/services may say that it is the same. */
function check(
  { port: own }: VirtualService,
  { port }: RealServer | Fallback,
  forward: string | undefined,
  checked: boolean,
  report: Report,
): void {
  if (!own || !port || !forward || forward === "masq") return;
  if (![own.value, port.value].every((value) => /^\d+$/.test(value)) || Number(port.value) === 0) return;
  if (Number(own.value) === Number(port.value)) return;
  const what = checked
    ? `port ${port.value} is checked, but ${forward} leaves the packets at port ${own.value}`
    : `${forward} leaves the packets at port ${own.value}, port ${port.value} gets none`;
  report(port.word.at, `${what}: only masq can change it`, {
    related: [{ at: own.word.at, message: "the virtual service's port" }],
  });
}
