import { type Daemon, distinct, linesIn, type Message, type Output } from "./daemon.ts";

/** Releases before 2.4 print a date before the number of the process. */
const head = /^\[(NOTICE|WARNING|ALERT|DIAG)\]\s+(?:\d+\/\d+ )?\(\d+\) : (.*)$/;
const place = /\[([^[\]\s]+):(\d+)\]/;
/** Says only that something was said. */
const closing = /(?:Error\(s\)|Fatal errors) found in configuration/;

/** Files, users, names, addresses and limits of the machine it runs on. */
const environment =
  /unable to stat SSL certificate|unable to load .*(?:file|certificate|cert|ca|crl|pem)|no such file or directory|could not resolve address|invalid address: '[^']*[a-z][^']*' in|cannot find (?:user|group)|failed to open|cannot open|can't open|couldn.t open|could not open|error opening file|permission denied|could not find (?:file|address)|unable to find (?:ca|crl)[- ]file|unable to open|namespace .* (?:does not exist|unable)|not found in .*namespace|unix sockets? .*(?:cannot|failed)|cannot create receiving socket|no such device|can't raise|raise.*limit|setrlimit|FD limit|cannot change (?:uid|gid)|operation not permitted/i;

/** "parsing [/etc/haproxy/haproxy.cfg:12] : " and the like: the place is told by the finding. */
const prelude = /^(?:config : )?(?:parsing )?(?:\[[^[\]\s]+:\d+\] ?:? ?)?/;

export function read({ stderr }: Output): readonly Message[] {
  const messages: Message[] = [];
  for (const line of linesIn(stderr)) {
    const [, level, said] = head.exec(line) ?? [];
    const before = messages.at(-1);
    if (said === undefined) {
      if (before) messages[messages.length - 1] = { ...before, text: `${before.text} ${line.trim()}` };
      continue;
    }
    const [, path, number] = place.exec(said) ?? [];
    messages.push({
      ...(path === undefined ? {} : { path, line: Number(number) }),
      severity: level === "ALERT" ? "error" : level === "WARNING" ? "warning" : "info",
      text: said.replace(prelude, ""),
      environment: environment.test(said),
    });
  }
  return distinct(messages.filter(({ severity, text }) => severity !== "info" && !closing.test(text)));
}

const loads =
  /\b(?:lua-(?:load-per-thread|load|prepend-path)|ssl-(?:engine|provider)|module-(?:load|path))\b/;

/**
 * `haproxy -c` runs what lua-load names, and loads what ssl-engine names. Quotes, escapes and variables can hide such a word: a
 * line whose first word needs them counts as one.
 */
export function runs(text: string): string | undefined {
  for (const line of linesIn(text)) {
    const [first = ""] = line.trim().split(/\s/);
    if (first.startsWith("#")) continue;
    const word = loads.exec(line.replace(/["'\\]/g, ""))?.[0];
    if (word) return word;
    if (/["'\\$]/.test(first)) return first;
  }
  return undefined;
}

export const haproxy: Daemon = {
  id: "haproxy",
  format: "haproxy",
  program: "haproxy",
  version: { args: ["-v"], pattern: /version (\d+(?:\.\d+)+)/ },
  args: (path) => ["-c", "-f", path],
  runs,
  read,
};
