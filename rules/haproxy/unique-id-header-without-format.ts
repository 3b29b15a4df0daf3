import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { addLine } from "./edits.ts";
import { effectiveLines, ownLines } from "./effective.ts";
import { proxiesWith } from "./lookup.ts";
import { listens, takersOf } from "./proxies.ts";

export const uniqueIdHeaderWithoutFormat = modelRule({
  id: "haproxy/unique-id-header-without-format",
  severity: "error",
  summary: "unique-id-header needs a unique-id-format",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of proxiesWith(model, "unique-id-header")) {
      const line = ownLines(proxy, "unique-id-header").at(-1);
      const takers = line ? takersOf(proxy, model).filter(listens) : [];
      if (!line || takers.length === 0) continue;
      if (takers.some((taker) => effectiveLines(taker, "unique-id-format").length > 0)) continue;
      const format = "unique-id-format %{+X}o\\ %ci:%cp_%fi:%fp_%Ts_%rt:%pid";
      report(line.keyword.at, "unique-id-header without unique-id-format: the header is never sent", {
        fix: { title: "add a unique-id-format", safe: false, edits: [addLine(line, format)] },
      });
    }
  },
});
