import { basename, join } from "node:path";
import type { Format } from "../parsers/core/format.ts";
import { accepts, type Classifier } from "./classify.ts";
import { isWithin } from "./disk.ts";
import type { Candidate, Placed } from "./place.ts";
import type { Sources } from "./sources.ts";

/** What support tools collected of machines: only a part of each machine's files, so that nothing can be said of those that are not there. */
export interface Reports {
  /** Whether the folder that stands for a machine's `/` is of a report. */
  readonly isPart: (root: string) => boolean;
  /** Files that may state the name of a machine. */
  readonly hostNameFiles: (root: string) => readonly string[];
  /** undefined: to be judged as any other file; "none": of no use. */
  readonly place: (
    candidate: Candidate,
    classify: Classifier,
    sources: Sources,
  ) => Placed | "none" | undefined;
}

/** Where the files lie on the machine that `crm report` (and its forebears hb_report, crm_report) lays side by side. */
const crmFiles: readonly (readonly [name: RegExp, inside: string])[] = [
  [/^corosync\.conf$/, "/etc/corosync/corosync.conf"],
  [/^cib\.xml(?:\.live)?$/, "/var/lib/pacemaker/cib/cib.xml"],
  [/^drbd\.conf$/, "/etc/drbd.conf"],
  [/^drbd\.d\/[^/]+$/, "/etc/drbd.d/"],
  [/^sbd$/, "/etc/sysconfig/sbd"],
  [/^(?:ha\.cf|haresources|authkeys)$/, "/etc/ha.d/"],
  [/^(?:cib|configure_show)\.txt$/, "/root/cib.crm"],
];
/** Of a machine's folder in such a report: the first and one of the others lie there. */
const crmMarks = [
  "sysinfo.txt",
  "crm_mon.txt",
  "crm_verify.txt",
  "members.txt",
  "permissions.txt",
  "RUNNING",
  "STOPPED",
];
/** Lies in each folder that `halint collect` made. */
export const collectedMark = ".halint-collected";
const sosMark = /^(.+)\/sos_(?:commands|reports|logs)\//;
const sosName = "sos_commands/host/hostname";

/** Whether a file's name alone makes it worth reading, where it lies in a report. */
export const isOfReport = (path: string): boolean =>
  path.endsWith(`/${sosName}`) ||
  crmFiles.some(([name]) => name.test(basename(path)) || name.test(path.split("/").slice(-2).join("/")));

/** The reports among these absolute paths. */
export function reportsIn(paths: readonly string[]): Reports {
  const all = new Set(paths);
  const sos = new Set(paths.flatMap((path) => sosMark.exec(path)?.[1] ?? []));
  const collected = new Set(
    paths
      .filter((path) => basename(path) === collectedMark)
      .map((path) => path.slice(0, -collectedMark.length - 1)),
  );
  const [first = "", ...others] = crmMarks;
  const crm = paths
    .filter((path) => basename(path) === first)
    .map((path) => path.slice(0, -first.length - 1))
    .filter((folder) => folder !== "" && others.some((name) => all.has(join(folder, name))));

  return {
    isPart: (root) => sos.has(root) || collected.has(root) || crm.includes(root),
    hostNameFiles: (root) => ["etc/hostname", ...(sos.has(root) ? [sosName] : [])],
    place: (candidate, classify, sources) => {
      const { path, named } = candidate;
      const root = crm.find((folder) => isWithin(path, folder));
      if (root === undefined || path.startsWith(`${root}/etc/`)) return undefined;
      const name = path.slice(root.length + 1);
      const known = crmFiles.find(([test]) => test.test(name));
      if (!known) return named ? undefined : "none";
      if (isRepeated(name, (other) => all.has(join(root, other)))) return "none";
      const inside = known[1].endsWith("/") ? known[1] + basename(name) : known[1];
      const format = classify.byPath(join(root, inside), root)?.format;
      if (!format || !isRight(format, path, sources)) return "none";
      const opened = classify.opens(format, inside);
      return { ...candidate, format, root, inside, opened, told: "told by its place in a crm report" };
    },
  };
}

/** The same configuration stands there in a better form. */
const isRepeated = (name: string, has: (name: string) => boolean): boolean =>
  (name.endsWith(".live") && has("cib.xml")) ||
  (name.endsWith(".txt") && (has("cib.xml") || has("cib.xml.live"))) ||
  (name === "configure_show.txt" && has("cib.txt"));

/** cib.txt is what the crm shell or what pcs prints; a failed command leaves its words in place of a CIB. */
function isRight(format: Format, path: string, sources: Sources): boolean {
  if (!/\.(?:txt|xml|live)$/.test(path)) return true;
  const source = sources.read(path);
  return source !== undefined && accepts(format, path, source.text);
}
