import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { effectiveLines, globalLine } from "./effective.ts";
import { runningWith } from "./lookup.ts";
import { serves } from "./proxies.ts";
import { serversOf } from "./servers.ts";

export const serverStateWithoutFile = modelRule({
  id: "haproxy/server-state-without-file",
  severity: "warning",
  summary: "load-server-state-from-file global needs a server-state-file",
  daemon: "warns",
  format: haproxy,
  check(model, report, { document }) {
    if (!document.root || !document.whole || globalLine(model, "server-state-file")) return;
    for (const proxy of runningWith(model, "load-server-state-from-file")) {
      const word = effectiveLines(proxy, "load-server-state-from-file").at(-1)?.args[0];
      if (!serves(proxy) || serversOf(proxy).length === 0 || word?.value !== "global") continue;
      report(word.at, "global has no server-state-file: no server state is loaded");
    }
  },
});
