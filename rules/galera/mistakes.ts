import { mistakeRule } from "../rule.ts";

/** What the parser finds while it reads. */
export const mistakeRules = [
  mistakeRule({
    id: "galera/byte-order-mark",
    severity: "error",
    summary: "An option file must not begin with a byte order mark",
    daemon: "rejects",
  }),
  mistakeRule({
    id: "galera/unclosed-group",
    severity: "error",
    summary: "The name of a group must stand between [ and ]",
    daemon: "rejects",
  }),
  mistakeRule({
    id: "galera/option-without-group",
    severity: "error",
    summary: "An option must stand in a group",
    daemon: "rejects",
  }),
  mistakeRule({
    id: "galera/directive",
    severity: "error",
    summary: "A line with ! must be !include or !includedir and a path",
    daemon: "rejects",
  }),
  mistakeRule({
    id: "galera/include-missing",
    severity: "warning",
    summary: "A file that !include names should be there",
    daemon: "silent",
  }),
  mistakeRule({
    id: "galera/include-folder-empty",
    severity: "info",
    summary: "A folder that !includedir names must be there",
    daemon: "silent",
  }),
] as const;
