import { setImmediate } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { nodeDisk } from "../workspace/nodeDisk.ts";
import type { Platform } from "./platform.ts";

const uris = new Map<string, string>();

/** Asked for every place of every finding. */
function uriOf(path: string): string {
  const uri = uris.get(path) ?? pathToFileURL(path).href;
  uris.set(path, uri);
  return uri;
}

/** A process of the machine whose files are edited. */
export const nodePlatform = (pageOf: Platform["pageOf"]): Platform => ({
  disk: nodeDisk,
  pathOf: (uri) => {
    try {
      return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
    } catch {
      return undefined;
    }
  },
  uriOf,
  pageOf,
  pause: () => setImmediate(),
  clock: () => performance.now(),
});
