import { cryptoOf, isSince } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { nameOf, textOf } from "../../parsers/corosync/model.ts";
import { isUdp } from "./links.ts";
import { settledRule } from "./settled.ts";

export const plainTraffic = settledRule({
  id: "corosync/plain-traffic",
  severity: "warning",
  summary: "The packets between the nodes should be encrypted and signed",
  format: corosync,
  daemon: "silent",
  check(model, report, { targets, document }) {
    const { totem } = model;
    const at = nameOf(totem)?.at;
    const crypto = cryptoOf(model);
    const version = targets.corosync;
    if (!at || !crypto || crypto.hash !== "none" || crypto.cipher !== "none") return;
    if (!document.root || (isUdp(model, version) && isSince(version, "3.0"))) return;
    const set = textOf(totem, "crypto_hash") ?? textOf(totem, "crypto_cipher") ?? textOf(totem, "secauth");
    report(
      set?.statement.at ?? at,
      "no cipher and no hash: whoever reaches the port can speak as a member of the cluster",
    );
  },
});
