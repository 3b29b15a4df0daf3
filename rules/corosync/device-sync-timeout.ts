import { corosync } from "../../parsers/corosync/index.ts";
import { numberOf, textOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

/** The device votes each half of this time: below, that is every 0 ms. */
const least = 2;

export const deviceSyncTimeout = settledRule({
  id: "corosync/device-sync-timeout",
  severity: "error",
  summary: "A quorum device must have time to vote while membership changes",
  format: corosync,
  daemon: "silent",
  check({ device }, report) {
    const time = numberOf(device, "sync_timeout");
    if (!time || time.value >= least || textOf(device, "model")?.value !== "net") return;
    report(
      time.word.at,
      `sync_timeout ${time.value} leaves no time between two votes: corosync-qdevice crashes at its start`,
    );
  },
});
