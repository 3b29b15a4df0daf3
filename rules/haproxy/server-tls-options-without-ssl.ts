import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { checksByTls } from "./checks.ts";
import { serversWith } from "./lookup.ts";
import { isOn, isOpen, serverName } from "./servers.ts";
import { listed, serverTlsOptions } from "./tls.ts";

export const serverTlsOptionsWithoutSsl = modelRule({
  id: "haproxy/server-tls-options-without-ssl",
  scope: "section",
  severity: "error",
  summary: "TLS settings of a server need the word ssl",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { server, proxy } of serversWith(model, serverTlsOptions)) {
      const options = server.options.filter(({ name }) => serverTlsOptions.test(name));
      const [first] = options;
      if (!first || isOpen(server) || server.address?.family === "rhttp") continue;
      if (["ssl", "no-ssl", "check-ssl"].some((name) => isOn(server, name, name))) continue;
      if (isOn(server, "check") && checksByTls(proxy)) continue;
      const { at } = first.word;
      const verb = options.length > 1 ? "do" : "does";
      report(
        at,
        `${listed(options)} without ssl ${verb} nothing: server ${serverName(server).value} is spoken to in clear text`,
        {
          fix: { title: "add ssl", safe: false, edits: [{ at: at.with({ end: at.start }), text: "ssl " }] },
        },
      );
    }
  },
});
