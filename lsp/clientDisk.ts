import { type Connection, FileChangeType, RequestType, RequestType0 } from "vscode-languageserver";
import { type Disk, isWithin, noSuchFile, type Refusal } from "../workspace/disk.ts";
import { memoryDisk } from "../workspace/memoryDisk.ts";
import type { Filled, Platform } from "./platform.ts";

/** What lies in the workspace, by URI; its own folders are among the folders. */
export interface Listing {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

export const listFiles = new RequestType0<Listing, void>("halint/listFiles");

/** What files hold, in the order of their URIs; null for one that cannot be read. */
export const readFiles = new RequestType<readonly string[], readonly (Uint8Array | null)[], void>(
  "halint/readFiles",
);

/** Stands where only the name of a file is known. */
const unread: Refusal = { rule: "file/unreadable", message: "this file is not fetched yet" };

/** The client's files, of which only those are fetched that are looked into: for a server that has no disk. */
export function clientDisk({ pathOf, uriOf }: Pick<Platform, "pathOf" | "uriOf">): {
  readonly disk: Disk;
  readonly filled: Filled;
} {
  const memory = memoryDisk();
  const known = new Set<string>();
  const missed = new Set<string>();
  let listed = false;
  /** Two looks wait for the same answer. */
  let running: Promise<void> | undefined;

  const list = async (connection: Connection): Promise<void> => {
    listed = true;
    const { files, folders } = await connection.sendRequest(listFiles);
    const paths = new Set(files.flatMap((uri) => pathOf(uri) ?? []));
    for (const uri of folders) memory.putFolder(pathOf(uri) ?? "/");
    for (const path of known) if (!paths.has(path)) memory.remove(path);
    for (const path of paths) if (!known.has(path)) memory.put(path, unread);
    known.clear();
    for (const path of paths) known.add(path);
  };

  const read = async (connection: Connection): Promise<void> => {
    const paths = [...missed];
    missed.clear();
    const contents = await connection.sendRequest(readFiles, paths.map(uriOf));
    paths.forEach((path, i) => {
      memory.put(path, contents[i] ?? noSuchFile);
    });
  };

  return {
    disk: {
      ...memory,
      read: (path, most) => {
        const content = memory.read(path, most);
        if (content === unread) missed.add(path);
        return content;
      },
    },
    filled: {
      fetch: async (connection) => {
        if (!running && listed && missed.size === 0) return false;
        running ??= (listed ? read(connection) : list(connection)).finally(() => {
          running = undefined;
        });
        await running;
        return true;
      },
      changed: (events) => {
        for (const { uri, type } of events) {
          const path = pathOf(uri);
          if (path === undefined) continue;
          if (type === FileChangeType.Created) listed = false;
          if (type === FileChangeType.Deleted) {
            memory.remove(path);
            for (const one of known) if (isWithin(one, path)) known.delete(one);
          } else if (known.has(path)) memory.put(path, unread);
        }
      },
    },
  };
}
