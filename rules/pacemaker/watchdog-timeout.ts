import type { NvPair, Pacemaker } from "../../parsers/pacemaker/model.ts";
import { pacemakerRule } from "./rule.ts";

export const watchdogTimeout = pacemakerRule({
  id: "pacemaker/watchdog-timeout",
  severity: "error",
  summary: "stonith-watchdog-timeout needs sbd with a watchdog on every node",
  daemon: "silent",
  check(model, report) {
    const timeout =
      propertyOf(model, "stonith-watchdog-timeout") ?? propertyOf(model, "fencing-watchdog-timeout");
    const value = timeout?.value;
    if (!timeout || !value || value.hole || /^[+-]?0+[a-z]*$/i.test(value.value)) return;
    const watchdog = propertyOf(model, "have-watchdog");
    if (watchdog?.value && /^(false|no|off|n|0)$/i.test(watchdog.value.value))
      report(
        value.at,
        `${timeout.name.value} is ${value.value}, yet no sbd runs here: Pacemaker shuts itself down on every node`,
        { related: [{ at: watchdog.value.at, message: "sbd was not running when the cluster wrote this" }] },
      );
  },
});

const propertyOf = ({ properties }: Pacemaker, name: string): NvPair | undefined =>
  properties.flatMap(({ pairs }) => pairs).find((pair) => pair.name.value === name);
