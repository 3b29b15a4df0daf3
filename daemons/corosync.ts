import { type Daemon, distinct, linesIn, type Message, type Output } from "./daemon.ts";

const parser = /^parser error: (.*?):(\d+): (.*)$/;
const logged = /^(?:\w{3} \d+ [\d:.]+ )?\s*(\w+)\s+\[\w+\s*\]\s*(.*)$/;
const errors = new Set(["error", "crit", "alert", "emerg"]);

/** Names, addresses and keys of the machine it runs on. */
const environment =
  /no valid name found for local host|could not open .*key|no interface found|failed to resolve|unable to resolve|cannot resolve|not found in dns|interface is down|could not be resolved|resolv|getaddrinfo|no address|stat.*keyfile|bindnetaddr .* not found|failed to parse bindnet address '[^']*[a-z]|can't read file|permission denied|operation not permitted|logfile|mlockall|schedul/i;

/** corosync stops at its first error and names a line only for what its parser does not understand. */
export function read({ stdout, stderr }: Output): readonly Message[] {
  const messages = linesIn(`${stderr}\n${stdout}`).flatMap((line): Message[] => {
    const [, path, number, wrong] = parser.exec(line) ?? [];
    if (path !== undefined && wrong !== undefined)
      return [{ path, line: Number(number), severity: "error", text: wrong, environment: false }];
    const [, level = "", said = line] = logged.exec(line) ?? [];
    const severity = errors.has(level) ? "error" : /^warn/.test(level) ? "warning" : "info";
    if (severity === "info" || said.startsWith("Corosync Cluster Engine exiting")) return [];
    return [{ severity, text: said, environment: environment.test(said) }];
  });
  return distinct(messages);
}

export const corosync: Daemon = {
  id: "corosync",
  format: "corosync",
  program: "corosync",
  version: { args: ["-v"], pattern: /version '(\d+(?:\.\d+)+)/ },
  args: (path) => ["-t", "-c", path],
  read,
};
