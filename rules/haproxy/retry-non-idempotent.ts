import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { addLine } from "./edits.ts";
import { ownLines } from "./effective.ts";
import { proxiesWith } from "./lookup.ts";
import { chainOf, takersOf } from "./proxies.ts";

/** Reasons for a retry after the request has reached the server. */
const late = /^(all-retryable-errors|empty-response|junk-response|response-timeout|[45]\d\d)$/;

export const retryNonIdempotent = modelRule({
  id: "haproxy/retry-non-idempotent",
  severity: "warning",
  summary: "A request that changes something must not be sent twice",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of proxiesWith(model, "retry-on")) {
      const line = ownLines(proxy, "retry-on").at(-1);
      const reason = line?.args.find(({ value }) => late.test(value));
      if (!line || !reason) continue;
      const guarded = takersOf(proxy, model).every((taker) =>
        chainOf(taker).some(({ rules }) => rules.some(({ action }) => action === "disable-l7-retry")),
      );
      if (guarded) continue;
      const message = `retry-on ${reason.value} sends a POST again that the server may have carried out`;
      const rule = "http-request disable-l7-retry if METH_POST";
      const fix = { title: `add ${rule}`, safe: false, edits: [addLine(line, rule)] };
      report(reason.at, message, proxy.kind === "defaults" ? {} : { fix });
    }
  },
});
