import { cover } from "../../parsers/core/source.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { isSince } from "../keepalived/statements.ts";
import { modelRule } from "../rule.ts";
import { visitsWhere } from "../schema/visits.ts";

export const hexEndsInFf = modelRule({
  id: "lvs/hex-ends-in-ff",
  severity: "error",
  summary: "Octets of a UDP_CHECK must not end with ff before keepalived 2.3.3",
  daemon: "rejects",
  format: keepalived,
  check(_model, report, { document, targets }) {
    if (isSince(targets, "2.3.3")) return;
    for (const { statement, args } of visitsWhere(
      document,
      (def) => !!def.args?.[0]?.type?.startsWith("hex"),
    )) {
      const row = args.map(({ value }) => value).join(" ");
      if (!endsInFf.test(row) || args.some(({ hole }) => hole)) continue;
      report(
        cover(args[0]!.at, args.at(-1)!.at),
        `${statement.keyword.value} ends with ff, which this release takes for a wrong digit: it is ignored`,
      );
    }
  },
});

/** Two digits are an octet: the last one of a row without a fault in it. */
const endsInFf = /^[\da-fx \t]*(?<![\da-fx])(?:[\da-fx]{2})*ff[ \t]*$/i;
