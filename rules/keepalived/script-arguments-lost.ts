import { cover } from "../../parsers/core/source.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import type { Command, Keepalived } from "../../parsers/keepalived/model.ts";
import { modelRule } from "../rule.ts";

export const scriptArgumentsLost = modelRule({
  id: "keepalived/script-arguments-lost",
  severity: "error",
  summary: "A command with arguments must stand in quotes as a whole",
  daemon: "silent",
  format: keepalived,
  check(model, report) {
    for (const { command, lost } of unquoted(model)) {
      const { word, statement } = command;
      const rest = statement.args.slice(1);
      const at = cover(rest[0]!.at, rest.at(-1)!.at);
      const whole = cover(word.at, at);
      const text = [word, ...rest].map(({ value }) => value).join(" ");
      const plain = !word.quote && rest.every(({ quote }) => !quote) && !/["'\\]/.test(text);
      report(at, lost, {
        ...(plain
          ? {
              fix: {
                title: "put the command in quotes",
                safe: true,
                edits: [{ at: whole, text: `"${text}"` }],
              },
            }
          : {}),
      });
    }
  },
});

/** Commands with words after them that are no account. Only `script` never takes one. */
function* unquoted({
  vrrpScripts,
  vrrpInstances,
  syncGroups,
  globals,
  virtualServers,
}: Keepalived): Generator<{ command: Command; lost: string }> {
  for (const { script } of vrrpScripts)
    if (script && script.statement.args.length > 1)
      yield { command: script, lost: `only ${script.text} is run: the words after it are dropped` };
  const notifies = [
    ...globals.scripts,
    ...[...vrrpInstances, ...syncGroups, ...virtualServers].flatMap((one) => one.notifies),
    ...virtualServers.flatMap(({ realServers }) => realServers.flatMap((one) => one.notifies)),
  ];
  for (const command of notifies) {
    const rest = command.statement.args.slice(1);
    if (
      rest.some(({ hole, value }) => hole || value === "\\") ||
      (rest.length <= 2 && rest.every(({ value }) => isAccount(value)))
    )
      continue;
    yield {
      command,
      lost: `${rest[0]!.value} is read as the account to run ${command.text} under, and there is none of that name: it is not run`,
    };
  }
}

/** A name of a user or group as useradd takes it, or a number; the states of VRRP are arguments. */
const isAccount = (value: string): boolean =>
  /^:?(?:[a-z_][\w-]*\$?|\d+)$/i.test(value) && !/^(master|backup|fault|stop|up|down)$/i.test(value);
