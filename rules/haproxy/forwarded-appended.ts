import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";

const headers = /^x-forwarded-(proto|for|port|host|ssl|scheme|by)$|^x-real-ip$|^x-client-ip$/i;

export const forwardedAppended = modelRule({
  id: "haproxy/forwarded-appended",
  severity: "warning",
  summary: "A header that tells the server about its client must replace the client's own",
  daemon: "silent",
  format: haproxy,
  check({ proxies }, report) {
    for (const { rules } of proxies)
      rules.forEach(({ ruleset, action, actionWord, args }, i) => {
        const [name] = args;
        if (
          ruleset !== "http-request" ||
          action !== "add-header" ||
          !name ||
          !actionWord ||
          !headers.test(name.value)
        )
          return;
        const cleared = rules
          .slice(0, i)
          .some(
            (one) =>
              one.action === "del-header" &&
              !one.condition &&
              one.args[0]?.value.toLowerCase() === name.value.toLowerCase(),
          );
        if (cleared) return;
        report(
          actionWord.at,
          `add-header leaves the ${name.value} that a client sent: the server sees two values and may believe the forged one`,
          {
            fix: {
              title: "write set-header",
              safe: false,
              edits: [{ at: actionWord.at, text: "set-header" }],
            },
          },
        );
      });
  },
});
