import { mistakeRule } from "../rule.ts";

/** Sections that do not fit together; Apache stops at the first. */
export const unclosedSection = mistakeRule({
  id: "apache/unclosed-section",
  severity: "error",
  summary: "A section must be closed in the file and the section in which it was opened",
  daemon: "rejects",
});

export const straySectionEnd = mistakeRule({
  id: "apache/stray-section-end",
  severity: "error",
  summary: "The end of a section must close one that is open",
  daemon: "rejects",
});

export const unclosedTag = mistakeRule({
  id: "apache/unclosed-tag",
  severity: "error",
  summary: "The line that opens a section must end in >",
  daemon: "rejects",
});
