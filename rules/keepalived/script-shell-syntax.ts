import { keepalived } from "../../parsers/keepalived/index.ts";
import type { Command } from "../../parsers/keepalived/model.ts";
import { modelRule } from "../rule.ts";
import { assignedBy, commandsOf, opensFile, shellText } from "./commands.ts";
import { definitionsOf } from "./definitions.ts";

const signs: readonly RegExp[] = [
  /(?:^|[^\\])(\|\|?|&&)/,
  /(\d?>>?|<)(?:[ &/]|$)/,
  /(;)(?:\s|$)/,
  /(\$\([^)]*\)?|`[^`]*`?)/,
  /(?:^|\s)(~\/)/,
  /(?:^|[\s/])([^\s/"']*\*[^\s/"']*)(?:\s|$)/,
  /(\$[A-Za-z_]\w*)/,
  /(&)\s*$/,
];

export const scriptShellSyntax = modelRule({
  id: "keepalived/script-shell-syntax",
  severity: "error",
  summary: "A command must do without a shell's signs",
  daemon: "silent",
  format: keepalived,
  check(model, report, { document }) {
    const variables = new Set(definitionsOf(document).map(({ name }) => `$${name}`));
    for (const { command } of commandsOf(model)) {
      if (opensFile(command) || shellText(command) !== undefined) continue;
      const variable = command.word.hole ? undefined : assignedBy(command);
      if (variable !== undefined) {
        report(
          command.word.at,
          `${variable}=… sets nothing without a shell: it is taken for the program's name`,
        );
        continue;
      }
      const sign = signOf(command);
      if (sign && !(sign.startsWith("$") && (variables.has(sign) || !document.whole)))
        report(
          command.word.at,
          `${sign} means nothing without a shell: ${command.argv[0]} gets it as an argument`,
        );
    }
  },
});

/** The first sign of a shell outside quotes and URLs. */
function signOf({ text, word }: Command): string | undefined {
  if (word.hole) return undefined;
  const bare = text.replace(/'[^']*'|"[^"]*"|\S+:\/\/\S+/g, "''");
  return signs.map((sign) => sign.exec(bare)?.[1]).find((one) => one !== undefined);
}
