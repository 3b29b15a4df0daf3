import { compareVersions } from "../../parsers/core/schema.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { serversWith } from "./lookup.ts";
import { serverOption } from "./proxies.ts";
import { isOn, isOpen, serverName } from "./servers.ts";

export const serverTlsNameNotChecked = modelRule({
  id: "haproxy/server-tls-name-not-checked",
  scope: "section",
  severity: "warning",
  summary: "A server's certificate should be compared with a name",
  daemon: "silent",
  format: haproxy,
  check(model, report, { targets }) {
    if (targets.haproxy && compareVersions(targets.haproxy, "3.3") >= 0) return;
    for (const { server } of serversWith(model, "ca-file")) {
      const has = (name: string): boolean => serverOption(server, name) !== undefined;
      if (!isOn(server, "ssl") || isOpen(server) || !has("ca-file") || has("verifyhost") || has("sni"))
        continue;
      if (serverOption(server, "verify")?.args[0]?.value === "none") continue;
      const message = `server ${serverName(server).value} has neither verifyhost nor sni: before haproxy 3.3 any certificate of its ca-file is taken for its own`;
      const option = serverOption(server, "ca-file")!;
      report((option.statement === server.statement ? option.word : serverName(server).word).at, message);
    }
  },
});
