import { fileURLToPath, pathToFileURL } from "node:url";
import { nodeDisk } from "../workspace/nodeDisk.ts";
import type { Platform } from "./platform.ts";

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
  uriOf: (path) => pathToFileURL(path).href,
  pageOf,
  clock: () => performance.now(),
});
