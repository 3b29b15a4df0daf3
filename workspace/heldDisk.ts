import type { Disk } from "./disk.ts";

/** A disk that keeps its first answers: for an editor's keystrokes, between which nothing else changes. */
export interface HeldDisk extends Disk {
  /** Whether the disk would still answer all that was asked as it did. */
  readonly isStill: () => boolean;
}

export function heldDisk(disk: Disk): HeldDisk {
  const [statOf, list, realPath] = [kept(disk.statOf), kept(disk.list), kept(disk.realPath)];
  return {
    ...disk,
    statOf: statOf.ask,
    list: list.ask,
    realPath: realPath.ask,
    isStill: () => realPath.isStill() && statOf.isStill() && list.isStill(),
  };
}

function kept<Answer>(ask: (path: string) => Answer) {
  const known = new Map<string, Answer>();
  return {
    ask: (path: string): Answer => {
      const answer = known.get(path);
      if (answer !== undefined || known.has(path)) return answer as Answer;
      const fresh = ask(path);
      known.set(path, fresh);
      return fresh;
    },
    isStill: (): boolean => {
      for (const [path, answer] of known)
        if (JSON.stringify(ask(path)) !== JSON.stringify(answer)) return false;
      return true;
    },
  };
}
