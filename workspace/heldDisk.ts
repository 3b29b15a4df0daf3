import type { Disk } from "./disk.ts";

/** The disk as it is when it is first asked about a place: for an editor's keystrokes, between which nothing else changes. */
export const heldDisk = (disk: Disk): Disk => ({
  ...disk,
  statOf: kept(disk.statOf),
  list: kept(disk.list),
  realPath: kept(disk.realPath),
});

function kept<Answer>(ask: (path: string) => Answer): (path: string) => Answer {
  const known = new Map<string, Answer>();
  return (path) => {
    const answer = known.get(path);
    if (answer !== undefined || known.has(path)) return answer as Answer;
    const fresh = ask(path);
    known.set(path, fresh);
    return fresh;
  };
}
