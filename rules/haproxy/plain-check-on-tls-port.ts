import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { checkLines, checkOf } from "./checks.ts";
import { addWords } from "./edits.ts";
import { serversWith } from "./lookup.ts";
import { serverOption } from "./proxies.ts";
import { isOn, isOpen, serverName } from "./servers.ts";

const tlsPorts = ["443", "8443"];

export const plainCheckOnTlsPort = modelRule({
  id: "haproxy/plain-check-on-tls-port",
  scope: "section",
  severity: "warning",
  summary: "An HTTP check of a TLS port must speak TLS",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { server, proxy } of serversWith(model, "check")) {
      const port = serverOption(server, "port")?.args[0];
      const { value = `${server.address?.port?.low}`, at = server.address?.port?.at } = port ?? {};
      if (!at || !tlsPorts.includes(value) || checkOf(proxy)?.name !== "httpchk") continue;
      if (checkLines(proxy, "http-check").some(({ action }) => action === "connect")) continue;
      if (isOpen(server) || !isOn(server, "check")) continue;
      if (isOn(server, "ssl") || isOn(server, "check-ssl")) continue;
      const message = `server ${serverName(server).value} is checked in clear text on port ${value}: a TLS server does not answer that`;
      report(at, message, {
        fix: {
          title: "add check-ssl verify none",
          safe: false,
          edits: [addWords(server.statement, "check-ssl verify none")],
        },
      });
    }
  },
});
