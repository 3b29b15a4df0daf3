import type { Setting } from "../core/settings.ts";
import { span, textOf } from "../core/source.ts";
import type { Statement, Tree, Word } from "../core/tree.ts";
import { modelOf, type ShellVars } from "./model.ts";

/** Where varnishd listens. */
export interface Listener {
  /** Absent: every address. Brackets of an IPv6 address taken off. */
  readonly host?: string;
  readonly port: number;
  readonly word: Word;
  readonly statement: Statement;
}

/** What varnishd is started with. */
export interface Varnish {
  readonly variables: ShellVars;
  /** For clients: each `-a`. */
  readonly listeners: readonly Listener[];
  /** `-T`: for management. */
  readonly admin?: Listener;
  /** `-f` */
  readonly vcl?: Setting<string>;
}

/** Of `-a` without a port (varnishd(1)). */
const defaultPort = 80;

export function varnishOf(tree: Tree): Varnish {
  const variables = modelOf(tree);
  const options = optionsOf(tree, variables);
  const listeners = options.flatMap(({ flag, value }) => (flag === "a" ? listenerOf(value) : []));
  const admin = options.flatMap(({ flag, value }) => (flag === "T" ? listenerOf(value) : [])).at(-1);
  const vcl = options.findLast(({ flag }) => flag === "f")?.value ?? variables.get("VARNISH_VCL_CONF");
  return {
    variables,
    listeners:
      listeners.length > 0 || options.some(({ flag }) => flag === "a")
        ? listeners
        : byVariables(variables, "VARNISH_LISTEN"),
    ...named("admin", admin ?? byVariables(variables, "VARNISH_ADMIN_LISTEN")[0]),
    ...named("vcl", vcl),
  };
}

const named = <K extends string, T>(key: K, value: T | undefined): { [k in K]?: T } =>
  (value === undefined ? {} : { [key]: value }) as { [k in K]?: T };

interface Flag {
  readonly flag: string;
  readonly value: Setting<string>;
}

/** The options of DAEMON_OPTS, which may stand on several lines; variables of the same file are put in. */
function optionsOf({ statements }: Tree, variables: ShellVars): Flag[] {
  const statement = statements.findLast(({ keyword }) => keyword.value === "DAEMON_OPTS");
  const word = statement?.args[0];
  if (!statement || !word) return [];
  const words = [...textOf(word.at).matchAll(/(?:[^\s"'\\]|\\(?!\r?\n)[\s\S])+/g)].map((found): Word => {
    const start = word.at.start + found.index;
    const at = span(word.at.source, start, start + found[0].length);
    return { kind: "word", value: filled(found[0], variables), at };
  });
  return words.flatMap((one, i): Flag[] => {
    const [, flag, rest] = /^-([a-zA-Z])(.*)$/.exec(one.value) ?? [];
    if (!flag) return [];
    const value = rest ? { ...one, value: rest, at: one.at.with({ start: one.at.start + 2 }) } : words[i + 1];
    return value ? [{ flag, value: { value: value.value, word: value, statement } }] : [];
  });
}

/** `${X}` and `$X` by what the file sets X to; one that it does not set stays. */
const filled = (text: string, variables: ShellVars): string =>
  text.replace(/\$\{?([A-Za-z_]\w*)\}?/g, (whole, name: string) => variables.get(name)?.value ?? whole);

/** `[name=][host][:port][,PROTO]`; a path, and what a variable of the environment hides, is no address. */
function listenerOf({ value, word, statement }: Setting<string>): Listener[] {
  const address = value.replace(/^\w+=/, "").split(",")[0] ?? "";
  const found = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::(\d+))?$/.exec(address);
  if (!found || /[$/@]/.test(address)) return [];
  const host = found[1] ?? found[2] ?? "";
  const port = found[3] ? Number(found[3]) : defaultPort;
  return [{ ...(host && host !== "*" ? { host } : {}), port, word, statement }];
}

/** `PREFIX_ADDRESS` and `PREFIX_PORT`, from which Red Hat's unit makes an option. */
function byVariables(variables: ShellVars, prefix: string): Listener[] {
  const port = variables.get(`${prefix}_PORT`);
  const address = variables.get(`${prefix}_ADDRESS`);
  if (!port || !/^\d+$/.test(port.value)) return [];
  const { word, statement } = port;
  return [{ ...(address?.value ? { host: address.value } : {}), port: Number(port.value), word, statement }];
}
