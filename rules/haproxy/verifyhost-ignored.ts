import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { serversWith } from "./lookup.ts";
import { serverOption } from "./proxies.ts";

export const verifyhostIgnored = modelRule({
  id: "haproxy/verifyhost-ignored",
  scope: "section",
  severity: "warning",
  summary: "verifyhost means nothing where certificates are not verified",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { server } of serversWith(model, "verifyhost")) {
      const host = serverOption(server, "verifyhost");
      const verify = serverOption(server, "verify");
      if (!host || verify?.args[0]?.value !== "none") continue;
      report(host.word.at, "verifyhost does nothing with verify none: any certificate is taken", {
        related: [{ at: verify.word.at, message: "turns the verification off" }],
      });
    }
  },
});
