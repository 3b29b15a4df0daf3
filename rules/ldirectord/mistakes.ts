import { mistakeRule } from "../rule.ts";

/** Lines that ldirectord cannot place; it stops at the first. */
export const indent = mistakeRule({
  id: "ldirectord/indent",
  severity: "error",
  summary: "Settings of a virtual service must stand four blanks or a tab in, global ones at the margin",
  daemon: "rejects",
});

export const emptyLine = mistakeRule({
  id: "ldirectord/empty-line",
  severity: "error",
  summary: "No empty line may stand inside a virtual service, because it ends it",
  daemon: "rejects",
});

export const separator = mistakeRule({
  id: "ldirectord/separator",
  severity: "error",
  summary: "A setting is a name, = and a value",
  daemon: "rejects",
});
