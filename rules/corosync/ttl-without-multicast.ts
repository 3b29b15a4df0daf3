import { isKnetAge, transportOf } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { numberOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";
import { lineOf } from "./spots.ts";

export const ttlWithoutMulticast = settledRule({
  id: "corosync/ttl-without-multicast",
  severity: "error",
  summary: "ttl must be left to multicast",
  format: corosync,
  daemon: [{ since: "3.0", verdict: "stops" }, { verdict: "silent" }],
  check(model, report, { targets }) {
    const version = targets.corosync;
    const transport = transportOf(model, version);
    if (!transport || transport === "udp" || !isKnetAge(version)) return;
    for (const part of model.interfaces) {
      const ttl = numberOf(part, "ttl");
      if (!ttl || ttl.value > 255) continue;
      const fix = {
        title: "delete the line",
        safe: true,
        edits: [{ at: lineOf(ttl.statement.at), text: "" }],
      };
      if (ttl.value !== 1)
        report(
          ttl.word.at,
          `ttl ${ttl.value} is for multicast, and the transport is ${transport}: corosync does not start`,
          { fix },
        );
      else
        report(ttl.statement.at, `ttl has no effect with ${transport}, only with udp`, {
          severity: "info",
          daemon: "silent",
          fix,
        });
    }
  },
});
