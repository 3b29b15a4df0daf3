import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { effectiveLines, ownLines } from "./effective.ts";
import { proxiesWith } from "./lookup.ts";
import { takersOf } from "./proxies.ts";

export const compressionWithoutType = modelRule({
  id: "haproxy/compression-without-type",
  severity: "info",
  summary: "Compression without a type is tried on everything",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of proxiesWith(model, "compression")) {
      const [line] = [...ownLines(proxy, "compression algo"), ...ownLines(proxy, "compression algo-res")];
      if (!line) continue;
      const takers = takersOf(proxy, model);
      const typed = (one: (typeof takers)[number]): boolean =>
        ["type", "type-res"].some((word) => effectiveLines(one, `compression ${word}`).length > 0);
      if (takers.length > 0 && !takers.some(typed))
        report(
          line.keyword.at,
          "compression algo without compression type: pictures and archives are compressed once more",
        );
    }
  },
});
