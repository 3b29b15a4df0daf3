import { resolve } from "node:path";
import type { Source } from "../parsers/core/source.ts";
import type { Targets } from "../rules/rule.ts";
import { check } from "../workspace/check.ts";
import type { Disk } from "../workspace/disk.ts";
import { openWorkspace, type Workspace } from "../workspace/open.ts";
import { overlayDisk } from "../workspace/overlayDisk.ts";
import type { Memory } from "../workspace/sources.ts";
import type { View } from "./view.ts";

/** What the server looks at: folders and files by absolute path, and what the editor was told. */
export interface Scope {
  /** Paths are shown relative to it. */
  readonly cwd: string;
  readonly paths: readonly string[];
  readonly config?: string;
  readonly targets?: Targets;
}

/** The workspace between changes. What did not change is neither read nor parsed again. */
export interface Session {
  /** The text of an open document, which counts in place of the file's; undefined when it is closed. By real path. */
  readonly edit: (path: string, text: string | undefined) => void;
  /** Everything as it stands now. Throws UsageError for a wrong halint.config. `between` is awaited when all is read and nothing judged. */
  readonly view: (scope: Scope, between?: () => Promise<void>) => Promise<View>;
  /** The absolute path of a file of any view. */
  readonly pathOf: (source: Source) => string;
}

/** `fetch` gets what the last look at the disk has missed; false where nothing was. */
export function newSession(disk: Disk, fetch: () => Promise<boolean> = async () => false): Session {
  const open = new Map<string, string>();
  const paths = new WeakMap<Source, string>();
  let before: Memory["known"] = new Map();
  let shownFrom = "/";

  const pathOf = (source: Source): string => paths.get(source) ?? resolve(shownFrom, source.path);

  const read = async ({ cwd, paths: given, config, targets }: Scope) => {
    const known: Memory["known"] = new Map();
    const workspace = await openWorkspace(given, {
      disk: overlayDisk(disk, open),
      cwd,
      memory: { open, before, known },
      ...(config === undefined ? {} : { config }),
      ...(targets === undefined ? {} : { targets }),
    });
    return { known, workspace };
  };

  /** Until nothing is missed: a file that is included is known only when the one is there that names it. */
  const readAll = async (
    scope: Scope,
  ): Promise<{ readonly known: Memory["known"]; readonly workspace: Workspace }> => {
    await fetch();
    for (;;) {
      const [outcome] = await Promise.allSettled([read(scope)]);
      if (await fetch()) continue;
      if (outcome.status === "rejected") throw outcome.reason;
      return outcome.value;
    }
  };

  return {
    edit(path, text) {
      if (text === undefined) open.delete(path);
      else open.set(path, text);
    },
    async view(scope, between) {
      const { known, workspace } = await readAll(scope);
      before = known;
      shownFrom = scope.cwd;
      for (const [path, { source }] of known) if (source) paths.set(source, path);
      await between?.();
      const { findings } = check(workspace, { keep: true });
      return {
        workspace,
        findings,
        pathOf,
        sourceAt: (path) => known.get(disk.realPath(path))?.source,
      };
    },
    pathOf,
  };
}
