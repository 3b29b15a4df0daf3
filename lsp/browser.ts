import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { clientDisk } from "./clientDisk.ts";
import { type Platform, timerTurn } from "./platform.ts";
import { serve } from "./server.ts";
import { pathOf, uriOf } from "./virtualPaths.ts";

/** The Web Worker that the client has started this in. */
const worker = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];

const platform: Platform = {
  ...clientDisk({ pathOf, uriOf }),
  pathOf,
  uriOf,
  // The extension shows the pages itself.
  pageOf: async () => undefined,
  pause: timerTurn,
  clock: () => performance.now(),
};

serve(createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker)), platform);
