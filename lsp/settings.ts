import { type Connection, DidChangeConfigurationNotification } from "vscode-languageserver";
import type { Abilities } from "./abilities.ts";

/** What an editor may set, as initializationOptions or as the section `halint` of its settings. */
export interface Settings {
  readonly enable: boolean;
  /** When findings are told anew: at every change of a text, or when it is saved. */
  readonly run: "onType" | "onSave";
  readonly configFile?: string;
  readonly target?: string;
}

export const defaults: Settings = { enable: true, run: "onType" };

/** What is given, over what was set before; values of a wrong type and empty ones are as if they were not there. */
export function settingsOf(given: unknown, before: Settings = defaults): Settings {
  const { enable, run, configFile, target } = {
    ...before,
    ...(typeof given === "object" ? given : {}),
  } as Readonly<Record<keyof Settings, unknown>>;
  return {
    enable: enable !== false,
    run: run === "onSave" ? run : "onType",
    ...(typeof configFile === "string" && configFile !== "" ? { configFile } : {}),
    ...(typeof target === "string" && target !== "" ? { target } : {}),
  };
}

/** Asks the client for its settings, now and whenever it says that they changed; takes what it sends by itself. */
export function followSettings(
  connection: Connection,
  { configuration, tellsConfiguration }: Abilities,
  take: (given: unknown) => void,
): void {
  const ask = async (): Promise<void> => take(await connection.workspace.getConfiguration("halint"));
  connection.onDidChangeConfiguration(({ settings }) => {
    if (configuration) void ask().catch(() => undefined);
    else take((settings as { readonly halint?: unknown } | null)?.halint);
  });
  if (tellsConfiguration)
    connection.client
      .register(DidChangeConfigurationNotification.type, { section: "halint" })
      .catch(() => undefined);
  if (configuration) void ask().catch(() => undefined);
}
