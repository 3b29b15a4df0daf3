import { commands, type ExtensionContext, type LogOutputChannel, l10n, window, workspace } from "vscode";
import type {
  BaseLanguageClient,
  DocumentFilter,
  LanguageClientOptions,
  StaticFeature,
} from "vscode-languageclient";
import { ownCommands, registerCommands } from "./commands";
import selector from "./selector.json";

/** How a platform makes its client: a process on the desktop, a worker in the web. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The settings by which the server is started; another value of one means another server. */
const startedBy = ["halint.enable", "halint.run", "halint.path"];

let client: BaseLanguageClient | undefined;

/** Documents of the workspace's own file systems: not those of a diff view or of the output. */
function documents(): DocumentFilter[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  const schemes = [...new Set(["file", ...folders])];
  return schemes.flatMap((scheme) => [
    ...selector.languages.map((language) => ({ scheme, language })),
    ...selector.patterns.map((pattern) => ({ scheme, pattern })),
  ]);
}

/** What the server reads of the settings; a change of one is sent to it. */
function settings(): object {
  const section = workspace.getConfiguration("halint");
  return Object.fromEntries(
    ["enable", "run", "configFile", "target"].map((name) => [name, section.get(name)]),
  );
}

const runsOnType = (): boolean => workspace.getConfiguration("halint").get("run", "onType") === "onType";

const optionsOf = (outputChannel: LogOutputChannel): LanguageClientOptions => ({
  documentSelector: documents(),
  outputChannel,
  initializationOptions: settings(),
  synchronize: { configurationSection: "halint" },
  diagnosticPullOptions: { onChange: runsOnType(), onSave: true },
  middleware: {
    executeCommand: (command, args, next) =>
      command === "halint.explain"
        ? commands.executeCommand("halint.explainRule", ...args)
        : next(command, args),
  },
  connectionOptions: { maxRestartCount: 4 },
});

/** Tells the server which commands run here (lsp/abilities.ts): others it does not put behind a lens. */
const namesCommands: StaticFeature = {
  fillClientCapabilities(capabilities) {
    capabilities.experimental = { ...capabilities.experimental, commands: { commands: ownCommands } };
  },
  initialize() {},
  getState: () => ({ kind: "static" }),
  clear() {},
};

const isEnabled = (): boolean => workspace.getConfiguration("halint").get("enable", true);

/** Starts the server and what belongs to it; all of it ends with `stop` or the context. */
export async function start(context: ExtensionContext, make: MakeClient): Promise<void> {
  const output = window.createOutputChannel("halint", { log: true });
  const startAnew = async (): Promise<void> => {
    await stop();
    if (!isEnabled()) return;
    try {
      client = make(optionsOf(output));
      client.registerFeature(namesCommands);
      await client.start();
    } catch (error) {
      void window.showErrorMessage(l10n.t("The server could not be started: {0}", String(error)));
    }
  };
  let last = Promise.resolve();
  /** One after the other, so that no server is left behind. */
  const restart = (): Promise<void> => {
    last = last.then(startAnew);
    return last;
  };
  context.subscriptions.push(
    output,
    ...registerCommands(context),
    commands.registerCommand("halint.restart", restart),
    commands.registerCommand("halint.showOutput", () => output.show()),
    workspace.onDidChangeConfiguration((change) => {
      if (startedBy.some((setting) => change.affectsConfiguration(setting))) void restart();
    }),
    workspace.onDidGrantWorkspaceTrust(() => void restart()),
  );
  await restart();
}

/** Ends the server, where one runs. */
export async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.dispose().catch(() => undefined);
}
