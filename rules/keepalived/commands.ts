import type { Account, Command, Keepalived } from "../../parsers/keepalived/model.ts";

/** A command with what it is for. */
export interface Use {
  readonly command: Command;
  /** "check": it is run again and again and its exit status counts. */
  readonly purpose: "check" | "notify";
  /** The account that its own block states. */
  readonly account?: Account;
}

/** Every command that keepalived runs, in no order. */
export const commandsOf = ({
  globals,
  vrrpInstances,
  syncGroups,
  vrrpScripts,
  virtualServers,
}: Keepalived): readonly Use[] => [
  ...vrrpScripts.flatMap(({ script, user }): Use[] =>
    script ? [{ command: script, purpose: "check", ...(user ? { account: user } : {}) }] : [],
  ),
  ...virtualServers
    .flatMap(({ realServers }) => realServers.flatMap(({ checkers }) => checkers))
    .flatMap(({ misc, user }): Use[] =>
      misc ? [{ command: misc, purpose: "check", ...(user ? { account: user } : {}) }] : [],
    ),
  ...[
    ...globals.scripts,
    ...[...vrrpInstances, ...syncGroups, ...virtualServers].flatMap(({ notifies }) => notifies),
    ...virtualServers.flatMap(({ realServers }) => realServers.flatMap(({ notifies }) => notifies)),
  ].map((command): Use => ({ command, purpose: "notify" })),
];

/** keepalived opens the file instead of running a program: `script "</tmp/flag"`. */
export const opensFile = ({ text }: Command): boolean => /^<[ \t]*\//.test(text);

/** The variable that a shell would set where the command begins with it: `LANG=C date`. keepalived takes all of it for the program. */
export const assignedBy = ({ argv: [program = ""] }: Command): string | undefined =>
  /^([A-Za-z_]\w*)=/.exec(program)?.[1];

/** The shell's own command line where the command is `sh -c "…"`; undefined where no shell is asked for. */
export const shellText = ({ argv: [program = "", ...args] }: Command): string | undefined =>
  /^(?:.*\/)?(?:ba|da|k|z)?sh$/.test(program) && args.some((word) => /^-\w*c/.test(word))
    ? args.join(" ")
    : undefined;
