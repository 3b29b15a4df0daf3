import type { Connection, FileEvent } from "vscode-languageserver";
import type { Disk } from "../workspace/disk.ts";

/** A turn of the event loop, where there is nothing quicker than a timer. */
export const timerTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Where the server runs, and what it has from there: a process (node.ts) or a Web Worker (browser.ts). */
export interface Platform {
  readonly disk: Disk;
  /** The absolute path of a document; undefined for what is no file, such as untitled: and git:. */
  readonly pathOf: (uri: string) => string | undefined;
  readonly uriOf: (path: string) => string;
  /** A rule's page, for the command `halint.explain`. */
  readonly pageOf: (rule: string) => Promise<string | undefined>;
  /** Lets what already waits to be done, such as messages that have come, be done first. */
  readonly pause: () => Promise<void>;
  /** Milliseconds, from any start. */
  readonly clock: () => number;
  /** Of a disk that must be filled first. */
  readonly filled?: Filled;
}

/** A disk whose files come from the client, when a look at it has missed them. */
export interface Filled {
  /** Gets what was missed; false where nothing was. */
  readonly fetch: (connection: Connection) => Promise<boolean>;
  readonly changed: (events: readonly FileEvent[]) => void;
}
