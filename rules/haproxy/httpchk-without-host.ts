import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { checkLines } from "./checks.ts";
import { optionsNamed, runningOf } from "./lookup.ts";

export const httpchkWithoutHost = modelRule({
  id: "haproxy/httpchk-without-host",
  scope: "section",
  severity: "warning",
  summary: "An HTTP/1.1 check must send a Host header",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of runningOf(optionsNamed(model, "httpchk"))) {
      const option = proxy.options.findLast(({ name, on }) => on && name === "httpchk");
      const version = option?.args[2];
      if (!version || option.args.length > 3 || version.hole || !/^HTTP\/1\.1$/i.test(version.value))
        continue;
      const sends = checkLines(proxy, "http-check").filter(({ action }) => action === "send");
      const named = sends.some(({ args }) =>
        args.some(({ value }, i) => value === "hdr" && args[i + 1]?.value.toLowerCase() === "host"),
      );
      if (!named)
        report(
          version.at,
          `${version.value} without a Host header: most servers answer 400 and are taken for down`,
        );
    }
  },
});
