import { mistakeRule } from "../rule.ts";

/** Pacemaker 2 reads on after an error of XML and tells it; Pacemaker 3 refuses the file (ClusterLabs/pacemaker#3650). */
const strict = [{ since: "3.0.0", verdict: "rejects" }, { verdict: "warns" }] as const;

export const unclosedElement = mistakeRule({
  id: "cib/unclosed-element",
  severity: "error",
  summary: "Every element must be closed",
  daemon: strict,
});

export const strayTag = mistakeRule({
  id: "cib/stray-tag",
  severity: "error",
  summary: "An end tag must close the element that is open",
  daemon: strict,
});

export const attributeSyntax = mistakeRule({
  id: "cib/attribute-syntax",
  severity: "error",
  summary: 'A tag must hold attributes of the form name="value" and end in >',
  daemon: strict,
});

export const repeatedAttribute = mistakeRule({
  id: "cib/repeated-attribute",
  severity: "error",
  summary: "An attribute must stand only once in a tag",
  daemon: strict,
});

export const entity = mistakeRule({
  id: "cib/entity",
  severity: "error",
  summary: "An & must begin a reference that XML knows",
  daemon: strict,
});

export const commentSyntax = mistakeRule({
  id: "cib/comment-syntax",
  severity: "error",
  summary: "A comment must be closed and hold no two hyphens in a row",
  daemon: strict,
});

export const afterRoot = mistakeRule({
  id: "cib/after-root",
  severity: "error",
  summary: "Nothing may stand before the XML declaration or after the root element",
  daemon: strict,
});

export const strayText = mistakeRule({
  id: "cib/stray-text",
  severity: "warning",
  summary: "No text should stand between the tags of a CIB, because none is read",
  daemon: "silent",
});
