import { mistakeRule } from "../rule.ts";

/** Words that glusterfs's grammar does not take; it then reads nothing of the file. */
export const unclosedVolume = mistakeRule({
  id: "gluster/unclosed-volume",
  severity: "error",
  summary: "A volume must end with end-volume before the next begins",
  daemon: "rejects",
});

export const incompleteStatement = mistakeRule({
  id: "gluster/incomplete-statement",
  severity: "error",
  summary: "volume, type and subvolumes need a word behind them, option needs two",
  daemon: "rejects",
});

export const strayWord = mistakeRule({
  id: "gluster/stray-word",
  severity: "error",
  summary: "Every word of a volfile must belong to a statement of a volume",
  daemon: "rejects",
});
