import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { certain } from "./proxies.ts";

export const fcgiMaxReqs = modelRule({
  id: "haproxy/fcgi-max-reqs",
  scope: "section",
  severity: "error",
  summary: "Several requests at once on an FCGI connection need option mpxs-conns",
  daemon: "rejects",
  format: haproxy,
  check({ fcgiApps }, report) {
    for (const { statements } of fcgiApps) {
      const last = (option: string) => statements.findLast(({ keyword }) => keyword.value === option);
      const multiplexed = last("option mpxs-conns");
      const line = last("option max-reqs");
      const count = line?.args[0];
      if (!line || !count || count.hole || !(Number(count.value) > 1)) continue;
      if (multiplexed && multiplexed.prefix?.value !== "no") continue;
      report(
        count.at,
        `max-reqs ${count.value} without option mpxs-conns: each connection carries one request at a time`,
        { daemon: certain(line, "rejects") },
      );
    }
  },
});
