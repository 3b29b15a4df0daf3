import { mistakeRule } from "../rule.ts";

const rejected = (problem: string, summary: string) =>
  mistakeRule({ id: `corosync/${problem}`, severity: "error", summary, daemon: "rejects" });

/** What corosync's line reader refuses, found while the file is read. */
export const corosyncMistakes = [
  rejected("line-syntax", "A line must be key: value, a section's header, a closing brace or a comment"),
  rejected("beside-brace", "A brace must end its line, and a closing one stand alone on it"),
  rejected("brace-on-next-line", "The brace of a section must stand on the line of its name"),
  rejected("brace-in-value", "A value must not have an opening brace in it"),
  rejected("byte-order-mark", "The file must not begin with a byte order mark"),
  rejected("name-character", "A name must be made of letters, digits and . _ - / :"),
  rejected("name-length", "A key with its sections must have 3 to 254 characters"),
  rejected("line-too-long", "A line must have fewer than 511 bytes"),
];
