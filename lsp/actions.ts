import type { Connection, ServerCapabilities } from "vscode-languageserver";
import { codeActions, commands, fixAllKind } from "./features/codeActions.ts";
import type { Surroundings } from "./handlers.ts";
import type { Platform } from "./platform.ts";

/** What the code actions and their commands add to the server's capabilities. */
export const actionCapabilities = {
  codeActionProvider: { codeActionKinds: ["quickfix", fixAllKind] },
  executeCommandProvider: { commands: Object.values(commands) },
} as const satisfies ServerCapabilities;

/** Answers requests for code actions, and runs the commands that they name. */
export function handleActions(
  connection: Connection,
  { client, about, pageOf }: Pick<Surroundings, "client" | "about"> & Pick<Platform, "pageOf">,
): void {
  connection.onCodeAction(({ textDocument: { uri }, range, context }) =>
    about(uri, [], (current, source) => codeActions(current, client(), source, range, context.only)),
  );
  connection.onExecuteCommand(async ({ command, arguments: [argument] = [] }) => {
    if (command === commands.explain && typeof argument === "string") return pageOf(argument);
    if (command === commands.open && argument) {
      const { uri, range } = argument as { uri: string; range: never };
      await connection.window.showDocument({ uri, selection: range, takeFocus: true });
    }
    return undefined;
  });
}
