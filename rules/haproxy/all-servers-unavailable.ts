import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { runningOf, serversWith } from "./lookup.ts";
import { serverOption, titleOf } from "./proxies.ts";
import { type AnyServer, isBackup, isOpen, isStopped, serverName, serversOf } from "./servers.ts";

const isWeightless = (server: AnyServer): boolean => serverOption(server, "weight")?.args[0]?.value === "0";

export const allServersUnavailable = modelRule({
  id: "haproxy/all-servers-unavailable",
  scope: "section",
  severity: "warning",
  summary: "A proxy needs a server that takes clients from the start",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of runningOf(serversWith(model, "disabled", "weight", "backup"))) {
      const servers = serversOf(proxy);
      const [first] = servers;
      if (!first || servers.some(isOpen)) continue;
      const out = (server: AnyServer): boolean => isStopped(server) || isWeightless(server);
      const at = serverName(first).word.at;
      if (servers.every(out)) {
        const how = servers.every(isStopped)
          ? "disabled"
          : servers.every(isWeightless)
            ? "of weight 0"
            : "disabled or of weight 0";
        report(at, `every server of ${titleOf(proxy)} is ${how}: no client is served`);
      } else if (servers.every((server) => out(server) || isBackup(server)))
        report(
          at,
          `every usable server of ${titleOf(proxy)} is a backup: there is nothing that they back up`,
        );
    }
  },
});
