import { cryptoOf, isKnetAge } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { textOf } from "../../parsers/corosync/model.ts";
import { isUdp } from "./links.ts";
import { settledRule } from "./settled.ts";

export const cryptoTransport = settledRule({
  id: "corosync/crypto-transport",
  severity: "error",
  summary: "Encryption needs knet",
  format: corosync,
  daemon: [{ since: "3.0", verdict: "stops" }, { verdict: "silent" }],
  check(model, report, { targets }) {
    const version = targets.corosync;
    const crypto = cryptoOf(model);
    if (!crypto || !isKnetAge(version) || !isUdp(model, version)) return;
    if (crypto.cipher === "none" && crypto.hash === "none") return;
    const { totem } = model;
    const transport = textOf(totem, "transport")!;
    const set = textOf(totem, "crypto_cipher") ?? textOf(totem, "crypto_hash") ?? textOf(totem, "secauth");
    report(
      set?.statement.at ?? transport.word.at,
      `transport ${transport.value} cannot encrypt, only knet can: corosync does not start`,
      {
        related: [{ at: transport.word.at, message: "the transport" }],
      },
    );
  },
});
