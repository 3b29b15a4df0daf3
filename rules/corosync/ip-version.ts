import { isIp4 } from "../../parsers/core/types.ts";
import { familyOf, isKnetAge } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { settledRule } from "./settled.ts";

export const ipVersion = settledRule({
  id: "corosync/ip-version",
  severity: "error",
  summary: "An address must be of the family that `ip_version` lets corosync use",
  format: corosync,
  daemon: "stops",
  check(model, report, { targets }) {
    const only = isKnetAge(targets.corosync) ? familyOf(model) : undefined;
    const stray =
      only &&
      model.nodes
        .flatMap(({ addresses }) => addresses)
        .find(({ value, numeric }) => numeric && isIp4(value) !== (only.family === "IPv4"));
    if (!only || !stray) return;
    const why = `${only.set.statement.keyword.value} ${only.set.value}`;
    report(
      stray.word.at,
      `${stray.value} is no ${only.family} address, as ${why} wants them all: corosync does not start`,
      { related: [{ at: only.set.word.at, message: why }] },
    );
  },
});
