import {
  commands,
  type Diagnostic,
  type Disposable,
  type ExtensionContext,
  Location,
  l10n,
  languages,
  Position,
  Range,
  Uri,
  type WorkspaceFolder,
  window,
  workspace,
} from "vscode";

const pageScheme = "halint-rule";

const newConfig = `{
  "nodes": {},
  "clusters": {},
  "targets": {}
}
`;

/** Commands that the server may name in what it sends. */
export const ownCommands = ["halint.showPlaces"];

/** The commands that need no server. */
export function registerCommands({ extensionUri }: ExtensionContext): Disposable[] {
  let pages: Promise<Readonly<Record<string, string>>> | undefined;
  const readPages = async (): Promise<Readonly<Record<string, string>>> => {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, "dist", "pages.json"));
    return JSON.parse(new TextDecoder().decode(bytes));
  };
  const allPages = (): Promise<Readonly<Record<string, string>>> => {
    pages ??= readPages();
    return pages;
  };

  const explainRule = async (named?: unknown): Promise<void> => {
    const known = await allPages();
    const rule = typeof named === "string" ? named : (ruleAtCursor() ?? (await chooseRule(known)));
    if (!rule) return;
    if (!(rule in known)) {
      void window.showWarningMessage(l10n.t("There is no page of the rule {0}", rule));
      return;
    }
    const uri = Uri.from({ scheme: pageScheme, path: `/${rule}.md` });
    await commands.executeCommand("markdown.showPreviewToSide", uri);
  };

  return [
    workspace.registerTextDocumentContentProvider(pageScheme, {
      provideTextDocumentContent: async ({ path }) => (await allPages())[path.slice(1, -".md".length)],
    }),
    commands.registerCommand("halint.explainRule", explainRule),
    commands.registerCommand("halint.fixAll", () =>
      commands.executeCommand("editor.action.codeAction", { kind: "source.fixAll.halint", apply: "first" }),
    ),
    commands.registerCommand("halint.createConfig", createConfig),
    commands.registerCommand("halint.showPlaces", showPlaces),
  ];
}

/** A position and a location as the server sends them. */
interface Point {
  readonly line: number;
  readonly character: number;
}
interface Place {
  readonly uri: string;
  readonly range: { readonly start: Point; readonly end: Point };
}

/** What the lenses of the server call: goes to the only place, shows several beside the text. */
async function showPlaces(uri: string, { line, character }: Point, places: readonly Place[]): Promise<void> {
  const locations = places.map(
    ({ uri, range: { start, end } }) =>
      new Location(Uri.parse(uri), new Range(start.line, start.character, end.line, end.character)),
  );
  const here = new Position(line, character);
  await commands.executeCommand("editor.action.goToLocations", Uri.parse(uri), here, locations, "peek");
}

/** A diagnostic's rule: its code, with or without a link. */
function ruleOf({ source, code }: Diagnostic): string | undefined {
  if (source !== "halint") return undefined;
  const value = typeof code === "object" ? code.value : code;
  return value === undefined ? undefined : String(value);
}

function ruleAtCursor(): string | undefined {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const here = languages
    .getDiagnostics(editor.document.uri)
    .filter(({ range }) => range.contains(editor.selection.active));
  return here.map(ruleOf).find((rule) => rule !== undefined);
}

const chooseRule = async (pages: Readonly<Record<string, string>>): Promise<string | undefined> => {
  const items = Object.entries(pages).map(([label, text]) => ({ label, detail: text.split("\n")[2] ?? "" }));
  const chosen = await window.showQuickPick(items, { title: l10n.t("Choose a rule"), matchOnDetail: true });
  return chosen?.label;
};

async function folderOfChoice(): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  return folders.length > 1
    ? window.showWorkspaceFolderPick({ placeHolder: l10n.t("Choose the folder") })
    : folders[0];
}

/** As in workspace/config.ts; the first that is there counts. */
const configNames = ["halint.config.json", "halint.config.yaml", "halint.config.yml"];

const isThere = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

/** Opens the folder's halint.config, a new halint.config.json where there is none. */
async function createConfig(): Promise<void> {
  const folder = await folderOfChoice();
  if (!folder) return;
  const uris = configNames.map((name) => Uri.joinPath(folder.uri, name));
  const there = await Promise.all(uris.map(isThere));
  const uri = uris[Math.max(0, there.indexOf(true))]!;
  if (!there.includes(true)) await workspace.fs.writeFile(uri, new TextEncoder().encode(newConfig));
  await window.showTextDocument(uri);
}
