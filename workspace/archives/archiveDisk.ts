import { join } from "node:path";
import { type Disk, noSuchFile, type Refusal } from "../disk.ts";
import { type Content, memoryDisk } from "../memoryDisk.ts";

/** What an archive holds, as a folder at the archive's own path. Links are followed inside the archive only. */
export interface ArchiveDisk extends Disk {
  /** False: a link above it leads out of the archive. As tar does it, a file takes the place of what was there, but for a folder with files. */
  readonly put: (parts: readonly string[], content: Content) => boolean;
  readonly putFolder: (parts: readonly string[]) => boolean;
  /** A symbolic link; `target` as written. */
  readonly putLink: (parts: readonly string[], target: string) => boolean;
  /** What a member of the archive holds, for a hard link to it. */
  readonly contentOf: (parts: readonly string[]) => Content;
}

const mostHops = 40;
type Lost = "outside" | "circle";

const lost: Readonly<Record<Lost, Refusal>> = {
  outside: {
    rule: "file/outside-root",
    message: "this symbolic link leads out of the archive: not followed",
  },
  circle: { rule: "file/unreadable", message: "this symbolic link leads in a circle" },
};
const nowhere: Refusal = { rule: "file/unreadable", message: "this symbolic link leads nowhere" };

/** `root`: absolute path of the archive. */
export function archiveDisk(root: string): ArchiveDisk {
  const memory = memoryDisk();
  memory.putFolder(root);
  /** Targets by the link's path. */
  const links = new Map<string, string>();
  /** Names of the links by folder. */
  const linked = new Map<string, Set<string>>();

  const pathOf = (parts: readonly string[]): string => (parts.length === 0 ? root : join(root, ...parts));

  /** The path with all links followed, `last` among them or not. */
  const follow = (parts: readonly string[], last = true): readonly string[] | Lost => {
    if (links.size === 0) return parts;
    const at: string[] = [];
    const left = [...parts].reverse();
    for (let hops = 0; left.length > 0; ) {
      const part = left.pop()!;
      if (part === "" || part === ".") continue;
      if (part === "..") {
        if (at.length === 0) return "outside";
        at.pop();
        continue;
      }
      at.push(part);
      const target = last || left.length > 0 ? links.get(pathOf(at)) : undefined;
      if (target === undefined) continue;
      if (++hops > mostHops) return "circle";
      if (target.startsWith("/")) at.splice(treeDepth(at));
      else at.pop();
      left.push(...target.split("/").reverse());
    }
    return at;
  };

  const partsOf = (path: string): string[] => path.slice(root.length).split("/").filter(Boolean);
  const real = (path: string): string | Lost => {
    const parts = follow(partsOf(path));
    return typeof parts === "string" ? parts : pathOf(parts);
  };
  const isLost = (path: string | Lost): path is Lost => path === "outside" || path === "circle";

  const unlink = (path: string): void => {
    links.delete(path);
    linked.get(join(path, ".."))?.delete(path.slice(path.lastIndexOf("/") + 1));
  };

  /** The path at which a member comes to lie, with folders above it. */
  const place = (parts: readonly string[]): string | undefined => {
    const folder = follow(parts.slice(0, -1));
    if (typeof folder === "string" || parts.length === 0) return undefined;
    for (let depth = 1; depth <= folder.length; depth++) {
      const above = pathOf(folder.slice(0, depth));
      if (memory.statOf(above)?.kind === "file") memory.remove(above);
    }
    memory.putFolder(pathOf(folder));
    return pathOf([...folder, parts.at(-1)!]);
  };

  /** Makes room at a path, where nothing but a folder with files is in the way. */
  const clear = (path: string): boolean => {
    const inside = memory.list(path);
    const names = linked.get(path)?.size ?? 0;
    if (inside && inside.length + names > 0) return false;
    memory.remove(path);
    unlink(path);
    return true;
  };

  return {
    put: (parts, content) => {
      const path = place(parts);
      if (path !== undefined && clear(path)) memory.put(path, content);
      return path !== undefined;
    },
    putFolder: (parts) => {
      if (parts.length === 0) return true;
      const path = place(parts);
      if (path === undefined) return false;
      if (links.has(path)) return true;
      if (memory.statOf(path)?.kind === "file") memory.remove(path);
      memory.putFolder(path);
      return true;
    },
    putLink: (parts, target) => {
      const path = place(parts);
      if (path === undefined || !clear(path)) return path !== undefined;
      links.set(path, target);
      const folder = join(path, "..");
      linked.set(folder, (linked.get(folder) ?? new Set()).add(parts.at(-1)!));
      return true;
    },
    contentOf: (parts) => {
      const found = follow(parts);
      return typeof found === "string" ? lost[found] : memory.read(pathOf(found));
    },
    statOf: (path) => {
      const at = real(path);
      return isLost(at) ? undefined : memory.statOf(at);
    },
    list: (folder) => {
      const at = real(folder);
      const inside = isLost(at) ? undefined : memory.list(at);
      return (
        inside && [...inside, ...[...(linked.get(at) ?? [])].map((name) => ({ name, kind: "link" }) as const)]
      );
    },
    read: (path, most) => {
      const at = real(path);
      if (isLost(at)) return lost[at];
      const found = memory.read(at, most);
      return found === noSuchFile && links.has(path) ? nowhere : found;
    },
    realPath: (path) => {
      const at = real(path);
      return isLost(at) ? path : at;
    },
    hostName: () => undefined,
  };
}

/** How deep the `/` lies that an absolute link means: the folder above the last `etc` of its path, else the archive itself. */
const treeDepth = (parts: readonly string[]): number => Math.max(0, parts.lastIndexOf("etc"));
