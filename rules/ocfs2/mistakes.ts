import { mistakeRule } from "../rule.ts";

/** Lines that o2cb's parser does not take; it then reads nothing of the file and names no line. */
export const indent = mistakeRule({
  id: "ocfs2/indent",
  severity: "error",
  summary: "A stanza's header must begin in column 1, and its settings must be indented",
  daemon: "rejects",
});

export const blankInStanza = mistakeRule({
  id: "ocfs2/blank-in-stanza",
  severity: "error",
  summary: "No empty line may stand inside a stanza, because it ends it",
  daemon: "rejects",
});

export const attributeOutsideStanza = mistakeRule({
  id: "ocfs2/attribute-outside-stanza",
  severity: "error",
  summary: "A setting must stand in a stanza",
  daemon: "rejects",
});

export const indentedComment = mistakeRule({
  id: "ocfs2/indented-comment",
  severity: "error",
  summary: "A comment must begin in column 1",
  daemon: "rejects",
});

export const headerSyntax = mistakeRule({
  id: "ocfs2/header-syntax",
  severity: "error",
  summary: "A stanza's header is its name with a colon right after it, alone on its line",
  daemon: "rejects",
});

export const separator = mistakeRule({
  id: "ocfs2/separator",
  severity: "error",
  summary: "A setting is a name, = and a value",
  daemon: "rejects",
});

export const strayCharacter = mistakeRule({
  id: "ocfs2/stray-character",
  severity: "error",
  summary: "The file must have Unix line ends and no byte order mark",
  daemon: "rejects",
});
