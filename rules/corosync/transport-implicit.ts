import { corosync } from "../../parsers/corosync/index.ts";
import { has, nameOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const transportImplicit = settledRule({
  id: "corosync/transport-implicit",
  severity: "info",
  summary: "A file in the manner of corosync 2 says which transport it means",
  format: corosync,
  daemon: "silent",
  check({ totem, interfaces }, report) {
    const at = nameOf(totem)?.at;
    const old = interfaces.some((part) =>
      ["bindnetaddr", "mcastaddr", "ringnumber", "broadcast"].some((key) => has(part, key)),
    );
    if (at && old && !has(totem, "transport"))
      report(
        at,
        "no transport: corosync 2 speaks multicast over udp, corosync 3 knet, so that nodes of the two never meet",
      );
  },
});
