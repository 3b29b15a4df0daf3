import { type ExtensionContext, FileType, Uri, workspace } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { start, stop } from "./client";

/** Entries after which a search ends; as in workspace/walk.ts. */
const mostEntries = 100_000;
const skipped = new Set([".git", ".hg", ".svn", "node_modules"]);

/** A file system of another extension may come a while after this one. */
async function rootEntries(folder: Uri): Promise<[string, FileType][]> {
  for (let left = 40; ; left--)
    try {
      return await workspace.fs.readDirectory(folder);
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
}

/** All files and folders of the workspace, whatever file system it lies in. */
async function listFiles(): Promise<{ files: string[]; folders: string[] }> {
  const files: string[] = [];
  const folders: string[] = [];
  let entries = 0;
  const enter = async (folder: Uri, found: readonly [string, FileType][]): Promise<void> => {
    folders.push(folder.toString());
    const inside: Uri[] = [];
    for (const [name, type] of found) {
      if (++entries > mostEntries) return;
      if (skipped.has(name)) continue;
      const child = Uri.joinPath(folder, name);
      if (type === FileType.Directory) inside.push(child);
      else if (type & FileType.File) files.push(child.toString());
    }
    await Promise.all(
      inside.map((one) =>
        workspace.fs.readDirectory(one).then(
          (all) => enter(one, all),
          () => undefined,
        ),
      ),
    );
  };
  await Promise.all(
    (workspace.workspaceFolders ?? []).map(async ({ uri }) => enter(uri, await rootEntries(uri))),
  );
  return { files, folders };
}

const readFiles = (uris: readonly string[]): Promise<(Uint8Array | null)[]> =>
  Promise.all(
    uris.map(async (uri) => {
      try {
        return await workspace.fs.readFile(Uri.parse(uri));
      } catch {
        return null;
      }
    }),
  );

/** The server has no disk: it asks for the files (lsp/clientDisk.ts). */
export const activate = (context: ExtensionContext): Promise<void> =>
  start(context, (options) => {
    const script = Uri.joinPath(context.extensionUri, "dist", "worker.js").toString(true);
    const client = new LanguageClient("halint", "halint", new Worker(script), options);
    client.onRequest("halint/listFiles", listFiles);
    client.onRequest("halint/readFiles", readFiles);
    return client;
  });

export const deactivate = (): Promise<void> => stop();
