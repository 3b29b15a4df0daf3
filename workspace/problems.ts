import { positionAt, type Source, sourceOf, span } from "../parsers/core/source.ts";
import type { Finding, Severity } from "../rules/rule.ts";

/** What keeps a file from being read as it should, and what a real checker says of it. Ids of the same shape as rules, so that every printer can show them. */
export const fileProblems = {
  "file/missing": {
    severity: "error",
    summary: "A path that is named must exist",
    why: "The path was named on the command line. Nothing is there, so nothing was checked, and halint ends with 2.",
  },
  "file/unreadable": {
    severity: "error",
    summary: "A configuration file must be readable",
    why: "The system refused to open it. Run halint as a user who may read it; the other files are checked all the same.",
  },
  "file/not-regular": {
    severity: "error",
    summary: "A configuration file must be a regular file",
    why: "A pipe, socket or device stands where a daemon reads its configuration. halint opens none of them: reading could wait forever or never end.",
  },
  "file/binary": {
    severity: "error",
    summary: "A configuration file must be text",
    why: "It holds NUL bytes. Daemons written in C end their lines there and read something else than what an editor shows. UTF-16 is the usual cause: save it as UTF-8.",
  },
  "file/not-utf8": {
    severity: "info",
    summary: "A configuration file should be UTF-8",
    why: "The daemons read bytes and do not mind in a comment, but names and passwords then depend on the encoding of whoever compares them. halint reads the wrong bytes as U+FFFD.",
  },
  "file/too-large": {
    severity: "error",
    summary: "A configuration file must not be larger than 16 MiB",
    why: "No cluster needs that much by hand: it is most likely a log or an image under a wrong name. It was not read.",
  },
  "file/too-many": {
    severity: "warning",
    summary: "A folder must not hold more than halint is willing to walk",
    why: "After 100,000 entries (or 1,000 included files of one machine) the search stops, so that a loop of links or a whole disk cannot hold it up. Name a narrower folder, or list `ignore` globs in halint.config.json.",
  },
  "file/outside-root": {
    severity: "warning",
    summary: "A node's files must lie in the node's own tree",
    why: "An include or a symbolic link leads out of the tree that was named. halint does not follow it: what lies there belongs to the machine halint runs on, not to the one that is checked.",
  },
  "file/unknown-format": {
    severity: "warning",
    summary: "A file that is named should be of a format that halint reads",
    why: "Neither its path nor its name nor its content says what it is, so it was not checked. Give it the name that its daemon expects.",
  },
  "file/not-rendered": {
    severity: "info",
    summary: "A template should hold only what halint can render",
    why: "Rendering was asked for. What halint does not evaluate (a lookup, an unknown filter, a template that makes too much) counts as unknown there: fewer rules can speak, none speaks wrongly.",
  },
  "daemon/keepalived": {
    severity: "error",
    summary: "The real keepalived must accept the file as well (asked by --with-daemons)",
    why: "The check of the daemon itself (keepalived -t) was run on this machine and says so, where halint says nothing. It may be older or newer than the one that will read the file.",
  },
  "daemon/haproxy": {
    severity: "error",
    summary: "The real haproxy must accept the file as well (asked by --with-daemons)",
    why: "The check of the daemon itself (haproxy -c) was run on this machine and says so, where halint says nothing. It may be older or newer than the one that will read the file.",
  },
  "daemon/drbd": {
    severity: "error",
    summary: "The real drbdadm must accept the file as well (asked by --with-daemons)",
    why: "The check of the daemon itself (drbdadm dump) was run on this machine and says so, where halint says nothing. It may be older or newer than the one that will read the file.",
  },
  "daemon/corosync": {
    severity: "error",
    summary: "The real corosync must accept the file as well (asked by --with-daemons)",
    why: "The check of the daemon itself (corosync -t) was run on this machine and says so, where halint says nothing. It may be older or newer than the one that will read the file.",
  },
  "daemon/pacemaker": {
    severity: "error",
    summary: "The real crm_verify must accept the file as well (asked by --with-daemons)",
    why: "The check of the daemon itself (crm_verify -V) was run on this machine and says so, where halint says nothing. It may be older or newer than the one that will read the file.",
  },
  "file/archive-damaged": {
    severity: "error",
    summary: "An archive must be whole",
    why: "It ends too early, a checksum is wrong, or it is of a kind that halint does not read (tar, plain or packed with gzip, xz, bzip2 or zstd, and zip). What stands before the damage is checked all the same; what is missing is not.",
  },
  "file/archive-limit": {
    severity: "error",
    summary: "An archive must not be larger than halint is willing to unpack",
    why: "Reading ends after 200,000 members, 8 GiB, 256 MiB of configuration, or at 500 times the size of the archive, so that a bomb cannot fill the memory. What was read so far is checked.",
  },
  "file/archive-encrypted": {
    severity: "error",
    summary: "The files of an archive must not be encrypted",
    why: "No password is asked for. Unpack the archive by hand and name the folder.",
  },
} as const satisfies Record<string, { severity: Severity; summary: string; why: string }>;

export type FileProblem = keyof typeof fileProblems;

/** A problem with the file at `path`, before or instead of its text. */
export const problemOf = (rule: FileProblem, path: string, message: string): Finding =>
  problemAt(rule, sourceOf(path, ""), 0, 0, message);

export const problemAt = (
  rule: FileProblem,
  source: Source,
  start: number,
  end: number,
  message: string,
): Finding => ({
  rule,
  severity: fileProblems[rule].severity,
  message,
  at: span(source, start, end),
  related: [],
  daemon: "silent",
});

/** The user's mistake on the command line or in halint.config: told in one line, without a stack, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** By its name: each file of the bundle has a class of its own. */
export const isUsageError = ({ name }: Error): boolean => name === "UsageError";

/** "halint.config.json:3:5" of an offset. */
export function placeOf(source: Source, offset: number): string {
  const { line, column } = positionAt(source, offset);
  return `${source.path}:${line + 1}:${column + 1}`;
}
