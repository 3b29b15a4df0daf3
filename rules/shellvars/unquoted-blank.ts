import { mistakeRule } from "../rule.ts";

export const unquotedBlank = mistakeRule({
  id: "shellvars/unquoted-blank",
  severity: "error",
  summary: "A value with a blank in it must be in quotes",
  daemon: "warns",
});
