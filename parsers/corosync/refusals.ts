import type { Span } from "../core/source.ts";
import type { Mistake } from "../core/tree.ts";

/** corosync stops at the first line that it cannot read (exec/coroparse.c, rc 8) and starts with nothing of the file. */
export const refused = "corosync refuses the file";

export type Details = Pick<Mistake, "related" | "fix">;

export const mistake = (rule: string, at: Span, message: string, more: Details = {}): Mistake => ({
  kind: "mistake",
  rule: `corosync/${rule}`,
  message,
  at,
  ...more,
});

export const safely = (title: string, ...edits: NonNullable<Mistake["fix"]>["edits"]): Details => ({
  fix: { title, safe: true, edits },
});
