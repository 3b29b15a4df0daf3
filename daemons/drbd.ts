import { type Daemon, distinct, linesIn, type Message, type Output } from "./daemon.ts";

/** drbdadm speaks of itself and of the kernel. */
const noise =
  /modinfo: not found|found __DRBD_NODE__ in environment|PRETENDING that I am|^--==|DRBD module version|userland version|^you should upgrade|^The server.s response|don.t mix|insmod|modprobe|^command \S+ exited with code|first used here/i;

/** Addresses, resources, names and the kernel module of the machine it runs on. */
const environment =
  /not found on this host|no resources defined|not defined in your config|could not connect|no such file|can not open|could not stat|not in your config|kernel module|unexpected output from drbdsetup|does not appear to be loaded|drbdsetup .* terminated|cannot.*(?:resolve|gethostbyname)|gethostbyname|there are .*connected to 0 other|is not defined in your|ignored|not mentioned|permission denied|module.version/i;

const place = /^(\S*?):(\d+):\s*(.*)$/;
const part = /^(\S+): (in resource .*)$/;
const isMore = (line: string, before: string): boolean =>
  /^[ \t]|^Allowed values are|^for /.test(line) || /[,:]$/.test(before);

export function read({ stderr }: Output): readonly Message[] {
  const messages: { path?: string; line?: number; text: string }[] = [];
  for (const line of linesIn(stderr)) {
    if (noise.test(line)) continue;
    const [, path, number, text] = place.exec(line) ?? [];
    const [, file, said] = part.exec(line) ?? [];
    const before = messages.at(-1);
    if (path !== undefined && text !== undefined)
      messages.push({ path, ...(Number(number) > 0 ? { line: Number(number) } : {}), text });
    else if (file !== undefined && said !== undefined) messages.push({ path: file, text: said });
    else if (before && isMore(line, before.text)) before.text += ` ${line.trim()}`;
    else messages.push({ text: line });
  }
  return distinct(
    messages.map((message) => ({
      ...message,
      severity: /^(?:warn|note:)|deprecated|WARN/i.test(message.text) ? "warning" : "error",
      environment: environment.test(message.text),
    })),
  );
}

export const drbd: Daemon = {
  id: "drbd",
  format: "drbd",
  program: "drbdadm",
  version: { args: ["--version"], pattern: /DRBDADM_VERSION=(\d+(?:\.\d+)+)/ },
  args: (path) => ["-c", path, "dump", "all"],
  nodeVariable: "__DRBD_NODE__",
  include: /(\binclude[ \t]+"?)(?=\/)/g,
  read,
};
