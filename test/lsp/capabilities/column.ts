import type { Files } from "../../support/cluster.ts";
import type { Capability } from "./rows.ts";

/**
 * A cell that says yes: in the first file of the column `find`, with `‸` in it where the cursor stands, is put in the place of the same
 * text without it (or of `instead`), and the answer holds `gives`.
 */
export interface Proof {
  readonly find: string;
  readonly instead?: string;
  readonly gives: string;
}

/** A cell that says no: nothing of the kind exists in the format. */
export interface None {
  readonly none: string;
}

/** A column of the table: a format, a cluster with files of it, and a proof for each capability. */
export interface Column {
  readonly format: string;
  /** The first one is asked. */
  readonly files: Files;
  readonly cells: Readonly<Record<Capability, Proof | None>>;
}

export const proof = (find: string, gives: string, instead?: string): Proof => ({
  find,
  gives,
  ...(instead === undefined ? {} : { instead }),
});
export const none = (why: string): None => ({ none: why });

/** The files of a column with the cursor in the first. */
export function filesWith({ files }: Column, { find, instead = find.replace("‸", "") }: Proof): Files {
  const [[path, text] = ["", ""]] = Object.entries(files);
  if (!text.includes(instead)) throw new Error(`${path} has no ${instead}`);
  const marked = find.includes("‸") ? text.replace(instead, () => find) : `‸${text}`;
  return { ...files, [path]: marked };
}
