import type { FileProblem } from "../problems.ts";

/** One entry of an archive, in the archive's order. A later one of the same name stands in place of an earlier one. */
export interface Member {
  /** As the archive writes it; judged by `safeParts`. */
  readonly name: string;
  readonly kind: "file" | "folder" | "symlink" | "hardlink" | "other";
  /** Bytes that the archive claims. */
  readonly size: number;
  /** Of links: what they lead to, as written. */
  readonly target: string;
  readonly isEncrypted: boolean;
  /** All of the file's bytes; may be asked once, before the next member. */
  readonly read: () => Promise<Uint8Array>;
}

/** Where reading of an archive ends: it is damaged, or larger than halint is willing to read. */
export class ArchiveEnd extends Error {
  readonly rule: FileProblem;
  constructor(rule: FileProblem, message: string) {
    super(message);
    this.rule = rule;
  }
}

/** How much of an archive is read. */
export interface Limits {
  readonly members: number;
  /** Bytes of the archive when unpacked. */
  readonly unpacked: number;
  /** Bytes that are kept in memory. */
  readonly kept: number;
  /** Unpacked bytes for one packed byte, once there are more than `ratioFrom` of them. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

export const limits: Limits = {
  members: 200_000,
  unpacked: 8 * 2 ** 30,
  kept: 256 * 2 ** 20,
  ratio: 500,
  ratioFrom: 64 * 2 ** 20,
};

/** Characters of a name, or of what a link leads to, beyond which neither is taken. */
const longest = 4096;

/** The folders and the file of a name; undefined where it leads out of the archive or can be no path. A leading `/` is left out, as tar does. */
export function safeParts(name: string): string[] | undefined {
  if (name.length > longest || name.includes("\0")) return undefined;
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  return parts.includes("..") ? undefined : parts;
}
