import { isKnetAge, transportOf } from "../../parsers/corosync/effective.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { numberOf } from "../../parsers/corosync/model.ts";
import { isUdp, linksOf } from "./links.ts";
import { settledRule } from "./settled.ts";

export const linkNumber = settledRule({
  id: "corosync/link-number",
  severity: "error",
  summary: "A link must have a number that the transport knows: 0 to 7 with knet, 0 with udp and udpu",
  format: corosync,
  daemon: [{ since: "3.0", verdict: "stops" }, { verdict: "silent" }],
  check(model, report, { targets }) {
    const version = targets.corosync;
    if (!isKnetAge(version)) return;
    for (const part of model.interfaces) {
      const link = numberOf(part, "linknumber");
      if (link && link.value > 7 && part.statements.length > 1)
        report(link.word.at, `linknumber ${link.value} is above 7, knet's last: corosync does not start`);
    }
    if (!isUdp(model, version)) return;
    const transport = transportOf(model, version);
    for (const [link, addresses] of linksOf(model.nodes))
      if (link > 0 && link < 8)
        report(
          addresses[0]!.statement.keyword.at,
          `${transport} knows one link, and ring${link}_addr makes another: corosync does not start`,
        );
  },
});
