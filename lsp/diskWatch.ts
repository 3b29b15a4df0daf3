/** Milliseconds after which the disk is looked at again though nothing was told: links and halint.config lead out of the watched folders. */
const longest = 3000;

/** Whether the disk is still as it was at the last look: a client that watches it says what changes. */
export interface DiskWatch {
  /** The client has agreed to watch. */
  readonly begin: () => void;
  readonly changed: () => void;
  /** Asked before each look. */
  readonly isSame: () => boolean;
}

export function diskWatch(clock: () => number): DiskWatch {
  let watched = false;
  let changed = true;
  let lookedAt = 0;
  return {
    begin: () => {
      watched = true;
    },
    changed: () => {
      changed = true;
    },
    isSame: () => {
      if (watched && !changed && clock() - lookedAt < longest) return true;
      changed = false;
      lookedAt = clock();
      return false;
    },
  };
}
