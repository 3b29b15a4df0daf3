import { type FstabEntry, hasOption } from "../../parsers/fstab/model.ts";

/** File systems whose metadata several nodes write at once, on a shared or replicated device. */
const clustered = ["ocfs2", "gfs2", "gfs"];

/** File systems that systemd takes for remote by their type alone (fstype_is_network). */
const remote = [
  "afs",
  "ceph",
  "cifs",
  "smb3",
  "smbfs",
  "sshfs",
  "ncpfs",
  "ncp",
  "nfs",
  "nfs4",
  "glusterfs",
  "pvfs2",
  "lustre",
  "davfs",
  "fuse.ceph",
  "fuse.glusterfs",
  "fuse.sshfs",
  "fuse.davfs",
];

export const isClustered = ({ type }: FstabEntry): boolean => clustered.includes(type.value);

/** Mounted after the network is up: by its type, or because it says so. */
export const isRemote = (entry: FstabEntry): boolean =>
  isClustered(entry) || remote.includes(entry.type.value) || hasOption(entry, "_netdev");

export const isBind = (entry: FstabEntry): boolean => hasOption(entry, "bind", "rbind");

/** Not mounted by the boot itself: by hand, or at the first access. */
export const isDeferred = (entry: FstabEntry): boolean => hasOption(entry, "noauto", "x-systemd.automount");

/** Not a place in the tree: swap areas have none. */
export const hasPoint = ({ point }: FstabEntry): boolean => point.value.startsWith("/");

/** Without a slash at its end. */
export const pathOf = (path: string): string => path.replace(/(?<=.)\/+$/, "");

/** Whether the path is `root` or lies below it. */
export const isBelow = (path: string, root: string): boolean =>
  pathOf(root) === "/" || pathOf(path) === pathOf(root) || path.startsWith(`${pathOf(root)}/`);
