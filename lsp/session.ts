import { resolve } from "node:path";
import type { Source } from "../parsers/core/source.ts";
import type { Targets } from "../rules/rule.ts";
import { check } from "../workspace/check.ts";
import { realPath } from "../workspace/disk.ts";
import { openWorkspace } from "../workspace/open.ts";
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
  /** The text of an open document, which counts in place of the file's; undefined when it is closed. */
  readonly edit: (path: string, text: string | undefined) => void;
  /** Everything as it stands now. Throws UsageError for a wrong halint.config. */
  readonly view: (scope: Scope) => Promise<View>;
}

export function newSession(): Session {
  const open = new Map<string, string>();
  let before: Memory["known"] = new Map();
  return {
    edit(path, text) {
      const real = realPath(path);
      if (text === undefined) open.delete(real);
      else open.set(real, text);
    },
    async view({ cwd, paths, config, targets }) {
      const known: Memory["known"] = new Map();
      const workspace = await openWorkspace(paths, {
        cwd,
        memory: { open, before, known },
        ...(config === undefined ? {} : { config }),
        ...(targets === undefined ? {} : { targets }),
      });
      before = known;
      const { findings } = check(workspace);
      const absolute = new Map<Source, string>();
      for (const [path, { source }] of known) if (source) absolute.set(source, path);
      const pathOf = (source: Source): string => absolute.get(source) ?? resolve(cwd, source.path);
      return {
        workspace,
        findings,
        pathOf,
        sourceAt: (path) => known.get(realPath(path))?.source,
      };
    },
  };
}
