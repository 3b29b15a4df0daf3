import { documentRule } from "../rule.ts";
import { visitsOf } from "../schema/visits.ts";

export const proxyEnds = documentRule({
  id: "drbd/proxy-ends",
  severity: "error",
  summary: "A proxy must have an inside and an outside address",
  daemon: "rejects",
  check(document, report) {
    if (document.format.id !== "drbd") return;
    for (const { statement, def } of visitsOf(document)) {
      if (def?.opens !== "proxy-on" || !statement.block) continue;
      const { statements } = statement.block;
      for (const name of ["inside", "outside"])
        if (!statements.some(({ keyword }) => keyword.value === name || keyword.hole))
          report(statement.keyword.at, `the proxy of this ${statement.keyword.value} has no ${name} address`);
    }
  },
});
