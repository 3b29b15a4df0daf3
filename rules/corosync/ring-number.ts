import { isKnetAge } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { has, keyAt, textOf } from "../../parsers/corosync/model.ts";
import { settledRule } from "./settled.ts";

export const ringNumber = settledRule({
  id: "corosync/ring-number",
  severity: "warning",
  summary: "ringnumber must give way to linknumber since corosync 3",
  format: corosync,
  daemon: "silent",
  check({ interfaces, totem }, report, { targets }) {
    const version = targets.corosync;
    if (!isKnetAge(version)) return;
    const ringed = interfaces.filter((part) => has(part, "ringnumber"));
    const several = ringed.length > 1;
    const modern = version !== undefined || textOf(totem, "transport")?.value === "knet";
    for (const part of ringed) {
      const at = keyAt(part, "ringnumber")!.at;
      const twin = has(part, "linknumber");
      const result =
        several && !twin
          ? "this section is about link 0 like the others, and the last of equal keys counts"
          : "the section is about link 0 whatever it says";
      report(at, `corosync 3 ignores ringnumber${twin ? "" : `: ${result}`}`, {
        ...(several && !twin ? { severity: "error" as const } : {}),
        ...(twin
          ? {}
          : { fix: { title: "rename to linknumber", safe: modern, edits: [{ at, text: "linknumber" }] } }),
      });
    }
  },
});
