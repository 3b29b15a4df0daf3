/** Milliseconds after the last key at which the disk is looked at again though nothing was told: links and halint.config lead out of the watched folders. */
const quiet = 1000;

/** Whether the disk is still as it was at the last look: a client that watches it says what changes. */
export interface DiskWatch {
  /** The client has agreed to watch. */
  readonly begin: () => void;
  readonly changed: () => void;
  /** Asked before each look. */
  readonly isSame: () => boolean;
  /** All has been told; what changed behind the client's back is found a while later. */
  readonly rest: () => void;
}

/** `isStill` compares with the disk; `moved` is called where that has changed untold. */
export function diskWatch(isStill: () => boolean, moved: () => void): DiskWatch {
  let watched = false;
  let changed = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    begin: () => {
      watched = true;
    },
    changed: () => {
      changed = true;
    },
    isSame: () => {
      clearTimeout(timer);
      const same = watched && !changed;
      changed = false;
      return same;
    },
    rest: () => {
      clearTimeout(timer);
      if (!watched) return;
      timer = setTimeout(() => {
        if (!isStill()) moved();
      }, quiet);
    },
  };
}
