import { mistakeRule } from "../rule.ts";

export const includeCycle = mistakeRule({
  id: "keepalived/include-cycle",
  severity: "error",
  summary: "A file must not include itself, by way of others either",
  daemon: "rejects",
});
