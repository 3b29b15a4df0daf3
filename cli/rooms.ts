import type { Colors } from "picocolors/types.js";
import { formats } from "../parsers/index.ts";
import { plural } from "./report.ts";

/** Rooms that are not of one format. */
const titles: Readonly<Record<string, string>> = {
  syntax: "braces, quotes and nesting, in every format",
  schema: "keywords, values and references, in every format",
  cross: "several files of one machine",
  cluster: "several machines",
  lvs: "Linux Virtual Server, whoever configures it",
  pacemaker: "Pacemaker, as CIB or as crm shell",
  heartbeat: "Heartbeat 2 and older",
  ipvsadm: "settings of ipvsadm at boot",
  shellvars: "files of shell variables",
  halint: "comments for halint",
  file: "files that cannot be read as they should",
  daemon: "what the real daemons say besides (--with-daemons)",
};

/** Every room with what it is about and how many rules it has. */
export function roomsText(rooms: ReadonlyMap<string, readonly unknown[]>, colors: Colors): string {
  const widest = Math.max(...[...rooms.keys()].map((room) => room.length));
  const lines = [...rooms].map(([room, rules]) => {
    const title = titles[room] ?? formats.find(({ id }) => id === room)?.title ?? "";
    return `${colors.bold(room.padEnd(widest))}  ${plural(rules.length, "rule").padStart(9)}  ${title}`.trimEnd();
  });
  return `${lines.join("\n")}\n\nhalint explain ROOM lists its rules, halint explain RULE tells why it is there.\n`;
}
