import { join } from "node:path";
import { span } from "../parsers/core/source.ts";
import { type Disk, isWithin } from "./disk.ts";
import type { HostName } from "./nodes.ts";
import type { Reports } from "./reports.ts";
import type { Sources } from "./sources.ts";

/** From etc/hostname (hostname(5): the first line that is no comment), where it is no installer's "localhost", or of the running system for `/`. */
export const hostNames =
  (trusted: readonly string[], sources: Sources, reports: Reports): HostName =>
  (root) => {
    const path = reports
      .hostNameFiles(root)
      .map((name) => join(root, name))
      .find((name) => sources.disk.statOf(name)?.kind === "file");
    const readable = path !== undefined && (root === "/" || isTrusted(path, root, trusted, sources.disk));
    const source = readable ? sources.read(path) : undefined;
    const line =
      source &&
      /^(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*(?!localhost(?:\.|\s|$))([A-Za-z0-9][A-Za-z0-9_.-]*)[ \t\r]*(?:\n|$)/.exec(
        source.text,
      );
    if (!source || !line) {
      const running = root === "/" ? sources.disk.hostName() : undefined;
      return running === undefined ? undefined : { name: running };
    }
    const [all, name = ""] = line;
    const at = all.lastIndexOf(name);
    return { name, at: span(source, at, at + name.length) };
  };

/** A link may lead anywhere in the machine's own tree and in the folders that the user named. */
const isTrusted = (path: string, root: string, trusted: readonly string[], { realPath }: Disk): boolean =>
  [realPath(root), ...trusted].some((folder) => isWithin(realPath(path), folder));
