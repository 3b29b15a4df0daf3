import { isKnetAge, transportOf } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { textOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";
import { lineOf } from "./spots.ts";

export const multicastWithoutUdp = settledRule({
  id: "corosync/multicast-without-udp",
  severity: "warning",
  summary: "Multicast settings have an effect with udp alone",
  format: corosync,
  daemon: "silent",
  check(model, report, { targets }) {
    const version = targets.corosync;
    const transport = transportOf(model, version);
    if (!isKnetAge(version) || !transport || transport === "udp") return;
    for (const part of model.interfaces)
      for (const key of ["mcastaddr", "broadcast"]) {
        const set = textOf(part, key);
        if (set && set.value !== "no")
          report(set.statement.at, `${key} has no effect with ${transport}, only with udp`, {
            ...(textOf(model.totem, "transport")
              ? {
                  fix: {
                    title: "delete the line",
                    safe: true,
                    edits: [{ at: lineOf(set.statement.at), text: "" }],
                  },
                }
              : {}),
          });
      }
  },
});
