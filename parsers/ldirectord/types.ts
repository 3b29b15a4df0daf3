import type { TypeCheck } from "../core/format.ts";
import { fallbackLine, forwards, hostFault, virtualLine } from "./lines.ts";

export const services: readonly string[] = [
  "dns",
  "ftp",
  "http",
  "https",
  "http_proxy",
  "imap",
  "imaps",
  "ldap",
  "ldaps",
  "nntp",
  "mysql",
  "none",
  "oracle",
  "pop",
  "pops",
  "radius",
  "pgsql",
  "sip",
  "smtp",
  "submission",
  "simpletcp",
];

export const checktypes: readonly string[] = [
  "connect",
  "negotiate",
  "ping",
  "off",
  "on",
  "external",
  "external-perl",
];

const states = ["none", "all", "starting", "stopping", "running", "reloading"];

/** ldirectord takes the first word of a value and passes over the rest. */
export const firstWord = (value: string): string => /\w+/.exec(value)?.[0] ?? "";
export const firstNumber = (value: string): string | undefined => /\d+/.exec(value)?.[0];

const unclosed = (value: string): string =>
  value.startsWith('"')
    ? "has no closing quote (# begins a comment in quotes too)"
    : "must stand in double quotes";

const quoted: TypeCheck = (value, _, { quote }) =>
  quote ? (value === "" ? "is empty" : undefined) : unclosed(value);

const count: TypeCheck = (value) => {
  const digits = firstNumber(value);
  return digits === undefined ? "is not a number" : digits === "0" ? "must be above 0" : undefined;
};

const oneOf =
  (words: readonly string[], what: string): TypeCheck =>
  (value) =>
    words.includes(firstWord(value)) ? undefined : `is not ${what}`;

const fallback =
  (family: 4 | 6): TypeCheck =>
  (value, _, { quote }) => {
    if (quote) return undefined;
    const { host, port, forward } = fallbackLine(value);
    if (forward && !forwards.some((one) => one === forward.text))
      return `ends in ${forward.text}, which is not gate, masq or ipip`;
    if (port && /^\d+$/.test(port.text) && Number(port.text) > 65535) return "has a port outside 0 to 65535";
    return hostFault(host.text, family);
  };

const virtual =
  (family: 4 | 6): TypeCheck =>
  (value, _, { quote }) => {
    if (quote) return "stands in quotes, which an address must not";
    const line = virtualLine(value, family);
    return line.kind === "fault" ? line.why : undefined;
  };

/** The checks of read_config, whose patterns are mostly loose. A name is not resolved here. */
export const types: Readonly<Record<string, TypeCheck>> = {
  quoted,
  text: (value, _, { quote }) => (quote ? undefined : unclosed(value)),
  filled: (value) => (value === "" ? "is empty" : undefined),
  count,
  digits: (value) => (firstNumber(value) === undefined ? "is not a number" : undefined),
  "leading-digits": (value) => (/^\d/.test(value) ? undefined : "is not a number"),
  switch: (value, _, { quote }) =>
    /^(yes|no)$/.test(value)
      ? quote && "stands in quotes, which yes and no must not"
      : "is neither yes nor no",
  checkport: (value) => {
    const port = firstNumber(value);
    if (port === undefined) return "is not a port number";
    return Number(port) > 0 && Number(port) < 65536 ? undefined : "is outside 1 to 65535";
  },
  checktype: (value) =>
    firstNumber(value) !== undefined || checktypes.includes(/[\w-]+/.exec(value)?.[0] ?? "")
      ? undefined
      : "is not connect, negotiate, ping, external, external-perl, on, off or a number",
  service: oneOf(services, "a service that ldirectord can check"),
  method: (value) => (/^(GET|HEAD)$/i.test(firstWord(value)) ? undefined : "is neither GET nor HEAD"),
  protocol: oneOf(["tcp", "udp", "fwm"], "tcp, udp or fwm"),
  scheduler: (value) => (/[a-z]/.test(value) ? undefined : "has no lower-case letter"),
  netmask: (value, _, { quote }) =>
    !quote && /^\d+\.\d+\.\d+\.\d+$/.test(value) ? undefined : "is not a mask of four numbers",
  prefix: (value, _, { quote }) =>
    !quote && /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= 128
      ? undefined
      : "is not a prefix length of 1 to 128",
  mailserver: (value, _, { quote }) =>
    !quote && /^[0-9A-Za-z._+-]/.test(value) ? undefined : "is not a server's name or address",
  states: (value, _, { quote }) => {
    if (quote) return "stands in quotes, which are part of the first and last state";
    const given = value.split(/\s*,\s*/);
    const strange = given.find((one) => !states.includes(one));
    if (strange !== undefined) return `has ${strange || "an empty state"}, which is no state`;
    return given.includes("none") && given.some((one) => one !== "none")
      ? "has none together with another state"
      : undefined;
  },
  virtual: virtual(4),
  virtual6: virtual(6),
  fallback: fallback(4),
  fallback6: fallback(6),
};
