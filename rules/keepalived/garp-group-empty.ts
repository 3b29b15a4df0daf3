import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { lacks } from "./statements.ts";

export const garpGroupEmpty = modelRule({
  id: "keepalived/garp-group-empty",
  severity: "error",
  summary: "A garp_group must have an interval",
  daemon: "rejects",
  format: keepalived,
  check({ statements }, report, { document }) {
    if (!document.whole) return;
    for (const statement of statements)
      if (
        statement.keyword.value === "garp_group" &&
        statement.block &&
        lacks({ statement }, "garp_interval", "gna_interval")
      )
        report(
          statement.keyword.at,
          "this garp_group has neither garp_interval nor gna_interval: it is removed",
        );
  },
});
