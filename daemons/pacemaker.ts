import { type Daemon, distinct, linesIn, type Message, type Output } from "./daemon.ts";

const place = /^(.*?):(\d+): (.*)$/;
const logged = /^\(\w+\)\s*(\w+): (.*)$/;
/** What follows from a more precise message, further up in the document. */
const follows =
  /failed to validate content|has extra content|(?:Extra element .*|Invalid sequence) in interleave|did not pass schema|CIB failed|Errors found during check|Warnings found during check|Your current configuration|Schema validation of|^NOTE: Clusters with shared data|^Either configure some/i;
/** A schema that this release does not have yet; what has happened in the cluster. */
const environment =
  /no further recovery|might be active|cannot shut down|unmanaged|unknown schema|no such schema|cannot (?:validate|find) .*schema|newer than|permission denied/i;

/** crm_verify names the line for what the schema says, and none for what the scheduler says. */
export function read({ stdout, stderr }: Output): readonly Message[] {
  const messages = linesIn(`${stderr}\n${stdout}`).flatMap((line): Message[] => {
    const [, level, logText] = logged.exec(line) ?? [];
    const severity =
      level === undefined || /^(?:error|crit)/.test(level)
        ? "error"
        : level === "warning"
          ? "warning"
          : "info";
    const said = (logText ?? line).replace(/^XML Error: /, "");
    const [, path, number, text = said] = place.exec(said) ?? [];
    if (severity === "info" || (path === undefined && level === undefined)) return [];
    return [
      {
        ...(path === undefined ? {} : { path, line: Number(number) }),
        severity,
        text,
        environment: environment.test(text),
      },
    ];
  });
  const precise = messages.filter(({ text }) => !follows.test(text));
  return distinct(precise.length > 0 ? precise : messages);
}

export const pacemaker: Daemon = {
  id: "pacemaker",
  format: "cib",
  program: "crm_verify",
  version: { args: ["--version"], pattern: /Pacemaker (\d+(?:\.\d+)+)/ },
  args: (path) => ["-V", "-x", path],
  read,
};
