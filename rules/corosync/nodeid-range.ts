import { corosync } from "../../parsers/corosync/index.ts";
import { modelRule } from "../rule.ts";
import { isKnet } from "./links.ts";

export const nodeidRange = modelRule({
  id: "corosync/nodeid-range",
  severity: "error",
  summary: "A nodeid must be 1 to 65535 with knet, and never 0",
  format: corosync,
  daemon: [{ since: "3.0", verdict: "stops" }, { verdict: "silent" }],
  check(model, report, { targets }) {
    const knet = isKnet(model, targets.corosync);
    for (const { nodeid } of model.nodes) {
      if (!nodeid) continue;
      const { value, word } = nodeid;
      if (value === 0)
        report(
          word.at,
          knet
            ? "nodeid 0 counts as none: corosync does not start with knet"
            : "nodeid 0 counts as none: one is made of the address",
          {
            ...(knet ? {} : { severity: "warning" as const, daemon: "silent" as const }),
          },
        );
      else if (knet && value > 65535)
        report(
          word.at,
          `nodeid ${value} is above 65535, the highest that knet knows: corosync does not start`,
        );
    }
  },
});
