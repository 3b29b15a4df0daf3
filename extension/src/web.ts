import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { start, stop } from "./client";

export const activate = (context: ExtensionContext): Promise<void> =>
  start(context, (options) => {
    const script = Uri.joinPath(context.extensionUri, "dist", "worker.js").toString(true);
    return new LanguageClient("halint", "halint", new Worker(script), options);
  });

export const deactivate = (): Promise<void> => stop();
