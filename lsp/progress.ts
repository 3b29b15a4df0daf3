import type { Connection } from "vscode-languageserver";

/** Milliseconds of reading after which the whole takes about half a second or more: judging takes as long again. */
const slow = 250;

/** Milliseconds that a client may take to answer before it is gone on without it. */
const patience = 1000;

export interface Progress {
  /** Between reading and judging. */
  readonly between: () => Promise<void>;
  readonly done: () => void;
}

/** Shows that the workspace is looked at for the first time, where that takes long enough to be noticed. */
export function firstIndexing(connection: Connection, clock: () => number): Progress {
  const started = clock();
  let end: (() => void) | undefined;
  let over = false;
  return {
    between: async () => {
      if (clock() - started < slow) return;
      const progress = await Promise.race([
        connection.window.createWorkDoneProgress(),
        pause(patience),
      ]).catch(() => undefined);
      if (over || !progress) return;
      progress.begin("halint", undefined, "judging the cluster");
      end = () => progress.done();
      // So that it is sent before the work begins.
      await pause(0);
    },
    done: () => {
      over = true;
      end?.();
    },
  };
}

const pause = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));
