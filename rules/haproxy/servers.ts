import type { Setting } from "../../parsers/core/settings.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import type { Option, Proxy, Server, ServerTemplate } from "../../parsers/haproxy/modelProxy.ts";
import type { Details } from "../rule.ts";
import { serverOption } from "./proxies.ts";

export type AnyServer = Server | ServerTemplate;

/** A proxy's servers, then its templates. */
export const serversOf = ({ servers, templates }: Proxy): readonly AnyServer[] =>
  templates.length === 0 ? servers : [...servers, ...templates];

/** The server's name, or a template's prefix. */
export const serverName = (server: AnyServer): Setting<string> =>
  "name" in server ? server.name : server.prefix;

/** Whether the last of NAME and no-NAME on its line, or else in its defaults, is NAME. */
export function isOn({ options, inherited }: AnyServer, name: string, off = `no-${name}`): boolean {
  const counts = (one: Option): boolean => one.name === name || one.name === off;
  return (options.findLast(counts) ?? inherited.findLast(counts))?.name === name;
}

/** A variable or a word that no table knows stands among its options: what it turns on is not known. */
export const isOpen = ({ options, inherited }: AnyServer): boolean =>
  inherited.some(isUnread) || options.some(isUnread);

const isUnread = ({ word, args, unknown }: Option): boolean =>
  unknown || word.hole === true || args.some(({ hole }) => hole);

/** Its health is known to haproxy: by a check, an agent or the server that it tracks. */
export const isChecked = (server: AnyServer): boolean =>
  isOn(server, "check") || isOn(server, "agent-check") || serverOption(server, "track") !== undefined;

export const isBackup = (server: AnyServer): boolean => isOn(server, "backup");

/** In maintenance from the start. */
export const isStopped = (server: AnyServer): boolean => isOn(server, "disabled", "enabled");

/** What overrides a rule's verdict where one of the lines stands in a `.if` arm: nothing is known of such a file. */
export const unlessBranch = (...statements: readonly Statement[]): Pick<Details, "daemon"> =>
  statements.some(({ branch }) => branch) ? { daemon: "silent" } : {};
