import { basename, dirname } from "node:path";
import { addTo } from "../parsers/core/remembered.ts";
import type { Placed } from "./place.ts";

/** Lone files of machines that stand side by side: node1/…, node2/…; keepalived-master.conf, keepalived-backup.conf. */
export interface Row {
  /** The folder that holds them all. */
  readonly folder: string;
  readonly machines: readonly Machine[];
}

export interface Machine {
  readonly name: string;
  /** Where its files lie, alone or with those of the others. */
  readonly root: string;
  readonly files: readonly Placed[];
}

/** What a name says of its place in a row: those with one `stem` stand in it. */
interface Label {
  readonly stem: string;
  readonly name: string;
}

const role = "(?:master|slave|backup|primary|secondary|standby|active|passive|replica)\\d*";
const roleBehind = new RegExp(`^(?:(.+)[-_.])?${role}$`);
const roleBefore = new RegExp(`^${role}[-_](.+)$`);
/** What machines are called that are counted. */
const counted = new RegExp(
  `(?:^|[-_.\\d])(?:${[
    "nodes?|hosts?|servers?|srv|machines?|members?|box|vms?|vps|cp|ctrl|controllers?|control-?planes?|masters?|workers?|managers?|k8s|kube|etcd",
    "lbs?|ha|balancers?|load-?balancers?|(?:ha)?proxy|haproxys?|hap|keepalived|lvs|directors?|ld|gw|gateways?|routers?|fw|firewalls?|edge",
    "web|www|apps?|nginx|apache|rs|real|db|dbs|mysql|mariadb|galera|pxc|pg|postgres|postgresql|redis|mq|rabbit|rabbitmq|nfs|storage|drbd|iscsi",
    "pve|proxmox|hv|kvm|dns",
  ].join("|")})$`,
);

/** "lb-1", "node2", "server_b", "mysql-master", "lb01.example.com"; undefined: a name that stands for itself. */
export function labelOf(name: string): Label | undefined {
  const short = name.toLowerCase().replace(/^([a-z][a-z0-9_-]*)\..*$/, "$1");
  const called = roleBehind.exec(short) ?? roleBefore.exec(short);
  if (called) return { stem: `${called[1] ?? ""} role`, name };
  const count = /^(.*?)[-_]?(\d{1,3}|[a-d])$/.exec(short);
  return count && counted.test(count[1]!) ? { stem: count[1]!, name } : undefined;
}

/** The same of a file, where the daemon's name stands beside it: "keepalived-lb1.conf", "master_keepalived.conf", "keepalived.conf.lb1". */
function labelOfFile({ path, format }: Placed): Label | undefined {
  const name = basename(path).replace(/\.(?:conf|cfg)(?=\.|$)/, "");
  const daemon = format.id;
  const rest = name.replace(new RegExp(`^${daemon}[-_.]|[-_.]${daemon}$`, "i"), "");
  return daemon !== "keepalived" && rest === name ? undefined : labelOf(rest);
}

/** The machines that stand in a row, and the files that are left. `isOne`: whether files may be those of one machine. */
export function rowsIn(
  files: readonly Placed[],
  isOne: (files: readonly Placed[]) => boolean,
): { readonly rows: readonly Row[]; readonly left: readonly Placed[] } {
  const found = new Map<string, Map<string, Machine>>();
  const taken = new Set<string>();
  const add = (folder: string, { name, root, files }: Machine): void => {
    const machines = found.get(folder) ?? new Map<string, Machine>();
    const before = machines.get(name);
    machines.set(name, before ? { ...before, files: [...before.files, ...files] } : { name, root, files });
    found.set(folder, machines);
    for (const { path } of files) taken.add(path);
  };
  for (const { folder, machines } of [...inFolders(files), ...ofFolders(files, isOne)])
    if (machines.every((machine) => machine.files.every(({ path }) => !taken.has(path))))
      for (const machine of machines) add(folder, machine);
  return {
    rows: [...found].map(([folder, machines]) => ({ folder, machines: [...machines.values()] })),
    left: files.filter(({ path }) => !taken.has(path)),
  };
}

/** Files of one format in one folder that are called as machines are, where none is the daemon's own. */
function inFolders(files: readonly Placed[]): Row[] {
  const rows = new Map<string, { label: Label; file: Placed }[]>();
  const mains = new Set<string>();
  for (const file of files) {
    const label = labelOfFile(file);
    const kind = `${dirname(file.path)}\0${file.format.id}`;
    if (label) addTo(rows, `${kind}\0${label.stem}`, { label, file });
    else if (file.opened) mains.add(kind);
  }
  return [...rows]
    .filter(([key, row]) => row.length > 1 && !mains.has(key.slice(0, key.lastIndexOf("\0"))))
    .map(([, row]) => {
      const machines = row.map(({ label: { name }, file }) => ({
        name,
        root: dirname(file.path),
        files: [{ ...file, opened: true }],
      }));
      return { folder: placeOf(row[0]!.file.path, machines), machines };
    });
}

/** Folders side by side that are called as machines are, the innermost of a path, where two of them hold files of one format. */
function ofFolders(files: readonly Placed[], isOne: (files: readonly Placed[]) => boolean): Row[] {
  const holders = new Map<string, Placed[]>();
  for (const file of files)
    for (let folder = dirname(file.path); folder !== dirname(folder); folder = dirname(folder))
      if (labelOf(basename(folder))) addTo(holders, folder, file);
  const rows = new Map<string, Machine[]>();
  for (const [folder, held] of holders)
    if (isOne(held))
      addTo(rows, `${dirname(folder)}\0${labelOf(basename(folder))!.stem}`, {
        name: basename(folder),
        root: folder,
        files: held,
      });
  return [...rows.values()]
    .filter(sharesFormat)
    .sort(([a], [b]) => b!.root.length - a!.root.length)
    .map((machines) => ({ folder: placeOf(machines[0]!.root, machines), machines }));
}

const sharesFormat = (machines: readonly Machine[]): boolean => {
  const held = machines.flatMap(({ files }) => [...new Set(files.map(({ format }) => format.id))]);
  return new Set(held).size < held.length;
};

/** The folder that the machines stand in: keepalived/lb1 and haproxy/lb1 are of one machine. */
function placeOf(path: string, machines: readonly Machine[]): string {
  const folder = dirname(path);
  const isDaemon = machines.every(({ files }) => files.every(({ format }) => format.id === basename(folder)));
  return isDaemon ? dirname(folder) : folder;
}
