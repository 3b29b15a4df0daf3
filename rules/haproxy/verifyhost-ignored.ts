import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { running, serverOption } from "./proxies.ts";
import { serversOf } from "./servers.ts";

export const verifyhostIgnored = modelRule({
  id: "haproxy/verifyhost-ignored",
  severity: "warning",
  summary: "verifyhost means nothing where certificates are not verified",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model))
      for (const server of serversOf(proxy)) {
        const host = serverOption(server, "verifyhost");
        const verify = serverOption(server, "verify");
        if (!host || verify?.args[0]?.value !== "none") continue;
        report(host.word.at, "verifyhost does nothing with verify none: any certificate is taken", {
          related: [{ at: verify.word.at, message: "turns the verification off" }],
        });
      }
  },
});
