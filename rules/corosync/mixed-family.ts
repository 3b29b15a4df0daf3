import { isIp4 } from "../../parsers/core/types.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { isKnet, linksOf } from "./links.ts";
import { settledRule } from "./settled.ts";

export const mixedFamily = settledRule({
  id: "corosync/mixed-family",
  severity: "error",
  summary: "The nodes of a link must all have IPv4 or all IPv6 addresses",
  format: corosync,
  daemon: [{ since: "3.0", verdict: "stops" }, { verdict: "silent" }],
  check(model, report, { targets }) {
    if (!isKnet(model, targets.corosync)) return;
    for (const [link, addresses] of linksOf(model.nodes)) {
      const numeric = addresses.filter((one) => one.numeric);
      const first = numeric[0];
      const other = numeric.find(({ value }) => first && isIp4(value) !== isIp4(first.value));
      if (!first || !other) continue;
      const [a, b] = isIp4(other.value) ? ["IPv4", "IPv6"] : ["IPv6", "IPv4"];
      report(
        other.word.at,
        `${other.value} is ${a}, another node has ${b} on link ${link}: corosync does not start`,
        {
          related: [{ at: first.word.at, message: `${b} here` }],
        },
      );
    }
  },
});
