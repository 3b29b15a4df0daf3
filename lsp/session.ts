import { resolve } from "node:path";
import type { Source } from "../parsers/core/source.ts";
import type { Targets } from "../rules/rule.ts";
import { check } from "../workspace/check.ts";
import type { Disk } from "../workspace/disk.ts";
import { heldDisk } from "../workspace/heldDisk.ts";
import type { Machines } from "../workspace/machines.ts";
import { openWorkspace } from "../workspace/open.ts";
import { overlayDisk } from "../workspace/overlayDisk.ts";
import type { Memory } from "../workspace/sources.ts";
import { timerTurn } from "./platform.ts";
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
  /** Everything as it stands now, one view after another. Throws UsageError for a wrong halint.config. */
  readonly view: (scope: Scope, options?: ViewOptions) => Promise<View>;
  /** Whether the disk is as it was when the last view looked at it. */
  readonly isDiskSame: () => boolean;
  /** The absolute path of a file of any view. */
  readonly pathOf: (source: Source) => string;
}

export interface ViewOptions {
  /** Is awaited when all is read and nothing judged. */
  readonly between?: () => Promise<void>;
  /** The disk is as it was at the view before, and need not be looked at again. */
  readonly sameDisk?: boolean;
}

export interface SessionOptions {
  /** Gets what the last look at the disk has missed; false where nothing was. */
  readonly fetch?: () => Promise<boolean>;
  /** Until all who wait for a view have been answered. */
  readonly pause?: () => Promise<void>;
}

export function newSession(
  disk: Disk,
  { fetch = async () => false, pause = timerTurn }: SessionOptions = {},
): Session {
  const open = new Map<string, string>();
  const paths = new WeakMap<Source, string>();
  let before: Memory["known"] = new Map();
  let machines: Machines["known"] = new Map();
  let held = heldDisk(disk);
  let last: Promise<unknown> = Promise.resolve();
  let shownFrom = "/";

  const pathOf = (source: Source): string => paths.get(source) ?? resolve(shownFrom, source.path);

  const read = async ({ cwd, paths: given, config, targets }: Scope) => {
    const known: Memory["known"] = new Map();
    const machinesNow: Machines["known"] = new Map();
    const workspace = await openWorkspace(given, {
      disk: overlayDisk(held, open),
      cwd,
      memory: {
        open,
        before,
        known,
        held,
        machines: { before: machines, known: machinesNow },
        moves: true,
      },
      ...(config === undefined ? {} : { config }),
      ...(targets === undefined ? {} : { targets }),
    });
    return { known, machinesNow, workspace };
  };

  /** Until nothing is missed: a file that is included is known only when the one is there that names it. */
  const readAll = async (scope: Scope): Promise<Awaited<ReturnType<typeof read>>> => {
    let filled = await fetch();
    for (;;) {
      if (filled) held = heldDisk(disk);
      const [outcome] = await Promise.allSettled([read(scope)]);
      filled = await fetch();
      if (filled) continue;
      if (outcome.status === "rejected") throw outcome.reason;
      return outcome.value;
    }
  };

  return {
    edit(path, text) {
      if (text === undefined) open.delete(path);
      else open.set(path, text);
    },
    view(scope, options) {
      // What the next one reads, it takes from the one before: that must have been told till then.
      const asked = last.then(() => look(scope, options));
      last = asked.then(pause, pause);
      return asked;
    },
    isDiskSame: () => held.isStill(),
    pathOf,
  };

  async function look(scope: Scope, { between, sameDisk = false }: ViewOptions = {}): Promise<View> {
    if (!sameDisk && !held.isStill()) held = heldDisk(disk);
    const { known, machinesNow, workspace } = await readAll(scope);
    before = known;
    machines = machinesNow;
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
  }
}
