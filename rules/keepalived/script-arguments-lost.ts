import { cover } from "../../parsers/core/source.ts";
import type { Word } from "../../parsers/core/tree.ts";
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
    for (const { command, lost, from } of unquoted(model)) {
      const { word, statement } = command;
      const rest = statement.args.slice(1);
      const at = cover(rest[from]!.at, rest.at(-1)!.at);
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

/** A command with words after it that are not of it: what comes of those after the first `from`. */
interface Lost {
  readonly command: Command;
  readonly lost: string;
  readonly from: number;
}

/** Commands with words after them that are no account. Only `script` never takes one. */
function* unquoted({
  vrrpScripts,
  vrrpInstances,
  syncGroups,
  globals,
  virtualServers,
}: Keepalived): Generator<Lost> {
  for (const { script } of vrrpScripts)
    if (script && script.statement.args.length > 1)
      yield { command: script, lost: `only ${script.text} is run: the words after it are dropped`, from: 0 };
  const notifies = [
    ...globals.scripts,
    ...[...vrrpInstances, ...syncGroups, ...virtualServers].flatMap((one) => one.notifies),
    ...virtualServers.flatMap(({ realServers }) => realServers.flatMap((one) => one.notifies)),
  ];
  for (const command of notifies) {
    const rest = command.statement.args.slice(1);
    if (rest.some(({ hole, value }) => hole || value === "\\")) continue;
    const lost = lostAfter(command, rest);
    if (lost) yield lost;
  }
}

/** What is wrong with the words after a command that may name its user and group. */
function lostAfter(command: Command, [user, group, surplus]: readonly Word[]): Lost | undefined {
  const none = (word: Word, what: string, from: number): Lost => ({
    command,
    from,
    lost: `${word.value} is read as the ${what} to run ${command.text} under, and there is none of that name: it is not run`,
  });
  if (user && !isAccount(user.value)) return none(user, "account", 0);
  if (group && !isAccount(group.value)) return none(group, "group", 1);
  return (
    surplus && {
      command,
      from: 2,
      lost: `${command.text} is run as user ${user!.value} and group ${group!.value}: the words after them are dropped`,
    }
  );
}

/** A name of a user or group as useradd takes it, or a number; the states of VRRP are arguments. */
const isAccount = (value: string): boolean =>
  /^:?(?:[a-z_][\w-]*\$?|\d+)$/i.test(value) && !/^(master|backup|fault|stop|up|down)$/i.test(value);
