import { sourcesIn } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { proxiesWith } from "./lookup.ts";
import { isRunning } from "./proxies.ts";

export const verifyUnread = modelRule({
  id: "haproxy/verify-unread",
  severity: "warning",
  summary: "A client certificate that is optional or forgiven must be judged by a rule",
  daemon: "silent",
  format: haproxy,
  check(model, report, { document }) {
    if (!document.whole || [...sourcesIn(document.tree)].some(({ text }) => text.includes("ssl_c_"))) return;
    for (const { binds } of proxiesWith(model, "bind").filter(isRunning))
      for (const { options } of binds) {
        const optional = options.find(({ name, args }) => name === "verify" && args[0]?.value === "optional");
        const forgiven = options.find(
          ({ name, args }) => name === "crt-ignore-err" && args[0]?.value === "all",
        );
        const asked = options.some(({ name, args }) => name === "verify" && args[0]?.value !== "none");
        if (optional)
          report(
            optional.word.at,
            "verify optional lets all in, and no rule asks ssl_c_used or ssl_c_verify",
          );
        else if (forgiven && asked)
          report(
            forgiven.word.at,
            "crt-ignore-err all lets bad certificates in, and no rule asks ssl_c_verify",
          );
      }
  },
});
