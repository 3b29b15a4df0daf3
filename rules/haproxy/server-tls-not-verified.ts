import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { globalLine } from "./effective.ts";
import { serversWith } from "./lookup.ts";
import { serverOption } from "./proxies.ts";
import { isOn, serverName } from "./servers.ts";

export const serverTlsNotVerified = modelRule({
  id: "haproxy/server-tls-not-verified",
  scope: "section",
  severity: "warning",
  summary: "A server's certificate that is not verified proves nothing",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    const lenient = globalLine(model, "ssl-server-verify")?.args[0];
    if (lenient?.value === "none")
      report(
        lenient.at,
        "ssl-server-verify none: whoever takes the address of a server is trusted with its requests",
      );
    for (const { server } of serversWith(model, "verify")) {
      const verify = serverOption(server, "verify");
      if (verify?.args[0]?.value !== "none" || !isOn(server, "ssl")) continue;
      const own = verify.statement === server.statement;
      const who = own ? `server ${serverName(server).value}` : "a server";
      report(verify.word.at, `verify none: whoever takes the address of ${who} is trusted with its requests`);
    }
  },
});
