import type { Source, Span } from "../core/source.ts";
import type { Mistake } from "../core/tree.ts";

/** Files that include each other are read until there are no file handles left. */
export const includeCycle = (keyword: string, pattern: string, { path }: Source, at: Span): Mistake => ({
  kind: "mistake",
  rule: "keepalived/include-cycle",
  message: `${keyword} ${pattern} leads back to ${path}, which is being read: keepalived opens it until it may open no more files`,
  at,
});

/** An `include` that means no file. */
export function includeMissing(keyword: string, pattern: string, at: Span): Mistake {
  const quoted = /^"(.*)"$/.exec(pattern);
  return {
    kind: "mistake",
    rule: "keepalived/include-missing",
    message: quoted
      ? `${keyword} ${pattern} finds nothing: the quotes are taken as a part of the path`
      : `${keyword} ${pattern} finds no file: what it should hold is not configured`,
    at,
    verdict: keyword === "include" ? "warns" : "rejects",
    ...(quoted
      ? { fix: { title: "take off the quotes", safe: true, edits: [{ at, text: quoted[1]! }] } }
      : {}),
  };
}
