import {
  type Connection,
  MessageType,
  type ServerCapabilities,
  ShowMessageNotification,
} from "vscode-languageserver";
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
    if (command === commands.explain && typeof argument === "string") {
      const page = await pageOf(argument);
      // An editor with the extension shows the page itself and does not ask; any other has a place for messages.
      if (page !== undefined)
        void connection.sendNotification(ShowMessageNotification.type, {
          type: MessageType.Info,
          message: reasonIn(page),
        });
      return page;
    }
    if (command === commands.open && argument) {
      const { uri, range } = argument as { uri: string; range: never };
      await connection.window.showDocument({ uri, selection: range, takeFocus: true });
    }
    return undefined;
  });
}

/** What a rule's page says before its examples, as plain text. */
const reasonIn = (page: string): string =>
  page
    .split(/^## (?:Wrong|Right)/m)[0]!
    .replace(/^#+ Why\n+|^# |\*\*|`/gm, "")
    .trim();
