import { createConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { nodePlatform } from "./node.ts";
import { serve } from "./server.ts";

/** How the client speaks to the server: over standard input and output, or over the channel of a forked Node. */
export type Channel = "stdio" | "node-ipc";

/** Serves until the client ends. `pageOf` gives a rule's page for the command `halint.explain`. */
export function start(channel: Channel, pageOf: (rule: string) => Promise<string | undefined>): void {
  const connection =
    channel === "stdio"
      ? createConnection(new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout))
      : createConnection();
  serve(connection, nodePlatform(pageOf));
}
