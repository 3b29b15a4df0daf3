import { type ExtensionContext, workspace } from "vscode";
import { LanguageClient, type ServerOptions, TransportKind } from "vscode-languageclient/node";
import { start, stop } from "./client";

/** The program that the user named, where the workspace is trusted, else the server of this extension. */
function serverOf(context: ExtensionContext): ServerOptions {
  const path = workspace.isTrusted ? workspace.getConfiguration("halint").get("path", "") : "";
  if (path !== "") return { command: path, args: ["lsp", "--stdio"], transport: TransportKind.stdio };
  const module = context.asAbsolutePath("dist/server.js");
  return {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
  };
}

export const activate = (context: ExtensionContext): Promise<void> =>
  start(context, (options) => new LanguageClient("halint", "halint", serverOf(context), options));

export const deactivate = (): Promise<void> => stop();
