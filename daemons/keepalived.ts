import { type Daemon, distinct, linesIn, type Message, type Output } from "./daemon.ts";

const place = /^\((?:(.*?): )?Line (\d+)\) (.*)$/;

/** The daemon goes on with another value, or only advises. */
const soft =
  /^(?:\([^)]*\) )?(?:warning|note)\b|truncating auth_pass|unicast with use_vmac requires|ignoring track_interface .* since own interface|deprecated|reducing quorum|not using|defaulting to|setting default|resetting|please (?:replace|update|use)|at least one is sensible|ports? .*(?:will be ignored|- clearing)|this is probably not what you want|already specified/i;

/** Interfaces, scripts, users, files, kernel modules and variables of the machine it runs on. */
const environment =
  /interface .* (?:doesn't|does not) exist|non-existent interface specified|tracked interface \S+ doesn't exist|disabling track script .* (?:since not found|due to insecure)|iptables not supported|config files missing|default user .* does not exist|unable to (?:set|restore) uid|script \S+ (?:cannot be accessed|not found|is not executable|not executable)|cannot find script|permissions failure for script|script user .* does not exist|ipvs: |initiali[sz]e ipvs|unable to access (?:script|file)|unable to open|cannot open|invalid user '|unable to resolve|unresolved|getaddrinfo|namespace .* (?:not|fail)|script security|not owned by|unsafe|permission denied|operation not permitted|keepalived_script|unable to set default user|error setting global script uid|\$\{?[A-Z_]/i;

/** A reference inside the file, though it is worded as if a file were missing. */
const reference = /^Unknown keyword|track (?:script|file|process|bfd) \S+ not found, ignoring/;

/** A script that this machine does not have, and what then refers to nothing. */
const removed =
  /(?:default user for vrrp script|disabling track script) (\S+) (?:- removing|since not found|due to insecure)/i;
const missed = /track script (\S+) not found, ignoring/;

/** What a block that was dropped leaves behind. */
const follows = /^Unknown keyword '\}'|^Unexpected '\{'/;

/** keepalived's check ends with 4 to 6 on any complaint; with 0, what it prints beside a line is talk of its own. */
export function read({ code, stderr }: Output): readonly Message[] {
  const messages = linesIn(stderr).flatMap((line): Message[] => {
    const [, path, number, rest] = place.exec(line) ?? [];
    if (number === undefined && code === 0) return [];
    const text = rest ?? line;
    return [
      {
        ...(path === undefined ? {} : { path }),
        ...(number === undefined ? {} : { line: Number(number) }),
        severity: number === undefined || soft.test(text) ? "warning" : "error",
        text,
        environment: environment.test(text) && !reference.test(text),
      },
    ];
  });
  const gone = new Set(messages.flatMap(({ text }) => removed.exec(text)?.[1] ?? []));
  for (const [i, message] of messages.entries())
    if (gone.has(missed.exec(message.text)?.[1] ?? "")) messages[i] = { ...message, environment: true };
  const precise = messages.filter(({ text }) => !follows.test(text));
  return distinct(precise.length > 0 ? precise : messages);
}

export const keepalived: Daemon = {
  id: "keepalived",
  format: "keepalived",
  program: "keepalived",
  version: { args: ["--version"], pattern: /Keepalived v(\d+(?:\.\d+)+)/ },
  args: (path, node) => ["-t", "-f", path, ...(node === "" ? [] : ["-i", node])],
  byNode: /^[ \t]*@\^?\w/m,
  include: /^([ \t]*include\w*[ \t]+["']?)(?=\/)/gm,
  read,
};
