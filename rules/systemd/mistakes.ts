import { mistakeRule } from "../rule.ts";

export const sectionHeader = mistakeRule({
  id: "systemd/section-header",
  severity: "error",
  summary: "A section's header is its name in brackets, alone on its line",
  daemon: "rejects",
});

export const settingSyntax = mistakeRule({
  id: "systemd/setting-syntax",
  severity: "error",
  summary: "A setting is a name, = and a value, in a section",
  daemon: "warns",
});
