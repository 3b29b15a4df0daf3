import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { optionNamed } from "./binds.ts";
import { globalLine } from "./effective.ts";
import { running } from "./proxies.ts";
import { unlessBranch } from "./servers.ts";
import { sizeOf } from "./stick-tables.ts";

const smallest = 16384;

export const bufsizeTooSmallForH2 = modelRule({
  id: "haproxy/bufsize-too-small-for-h2",
  severity: "error",
  summary: "HTTP/2 needs buffers of at least 16384 bytes",
  daemon: [{ since: "2.8", verdict: "rejects" }, { verdict: "silent" }],
  format: haproxy,
  check(model, report) {
    const line = globalLine(model, "tune.bufsize");
    const word = line?.args[0];
    const size = word && sizeOf(word);
    if (!line || !word || size === undefined || size >= smallest) return;
    for (const proxy of running(model))
      for (const bind of proxy.binds) {
        const alpn = optionNamed(bind, "alpn");
        const h2 = alpn?.args[0]?.value.split(",").includes("h2");
        if (proxy.mode !== "http" || !h2 || !optionNamed(bind, "ssl")) continue;
        const message = `tune.bufsize ${word.value} is below the ${smallest} bytes of an HTTP/2 frame, and a bind offers h2`;
        report(word.at, message, {
          related: [{ at: alpn!.word.at, message: "HTTP/2 is offered here" }],
          ...unlessBranch(line, bind.statement),
        });
        return;
      }
  },
});
