import type { Io } from "./io.ts";
import { plain } from "./plain.ts";

export interface Progress {
  /** Tells what is done now, where it takes long enough for somebody to wonder. */
  readonly now: (what: string) => void;
  /** Takes the line away again. */
  readonly end: () => void;
}

/** Milliseconds before anything is shown, and between two lines. */
const patience = 1000;
const pace = 100;

/** One line on a terminal that changes in place; nothing elsewhere, in a CI, or in the first second. `clock`: milliseconds. */
export function progressOn({ err, env, isErrTerminal }: Io, clock = () => performance.now()): Progress {
  if (!isErrTerminal || env.CI || env.TERM === "dumb") return { now: () => {}, end: () => {} };
  const start = clock();
  let last: number | undefined;
  return {
    now: (what) => {
      const time = clock();
      if (time - start < patience || (last !== undefined && time - last < pace)) return;
      last = time;
      err(`\r\x1b[K${plain(short(what))}`);
    },
    end: () => {
      if (last !== undefined) err("\r\x1b[K");
    },
  };
}

/** Fits in a line of 80 columns, whatever the width of the terminal: the end of a path tells more than its beginning. */
const short = (text: string): string => (text.length > 78 ? `…${text.slice(-77)}` : text);
