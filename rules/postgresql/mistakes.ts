import { mistakeRule } from "../rule.ts";

/** What the parser finds while it reads. */
export const mistakeRules = [
  mistakeRule({
    id: "postgresql/unquoted-value",
    severity: "error",
    summary: "A value with other signs than letters, digits and _ - . : / must stand in single quotes",
    daemon: "rejects",
  }),
  mistakeRule({
    id: "postgresql/include-missing",
    severity: "error",
    summary: "A file that postgresql.conf includes must be there",
    daemon: "rejects",
  }),
];
