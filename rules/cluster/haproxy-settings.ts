import type { Span } from "../../parsers/core/source.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import type { Address } from "../../parsers/haproxy/address.ts";
import type { Bind, Option, Proxy, Server } from "../../parsers/haproxy/modelProxy.ts";
import { effectiveLines } from "../haproxy/effective.ts";
import { serverOption } from "../haproxy/proxies.ts";
import type { FlatSetting } from "./flat.ts";
import { shortName } from "./machines.ts";
import type { Node } from "./model.ts";
import { isLoopback, plainIp } from "./net.ts";

/** Lines that decide which server a client gets, and how. */
const lines = ["mode", "balance", "hash-type", "cookie", "dynamic-cookie-key", "default_backend"];

/** Options of a server that clients or the other node's tables depend on. */
const options = ["cookie", "id", "weight", "backup", "ssl", "send-proxy", "send-proxy-v2", "disabled"];

const setting = (path: string, value: string | undefined, at: Span): FlatSetting => ({
  path,
  parent: "",
  keyword: path,
  value,
  at,
});

const written = (words: Statement["args"]): string | undefined =>
  words.some(({ hole }) => hole) ? undefined : words.map(({ value }) => value).join(" ");

/** What of a proxy must be the same on every node, by line. What stands in a `.if` arm is left out. */
export function proxySettings(
  proxy: Proxy,
  node: Node,
  nodes: readonly Node[],
): ReadonlyMap<string, FlatSetting> {
  const found = new Map<string, FlatSetting>();
  const add = (one: FlatSetting): void => void found.set(one.path, one);
  for (const keyword of lines) {
    const line = effectiveLines(proxy, keyword).at(-1);
    if (line) add(setting(keyword, line.branch ? undefined : written(line.args), line.keyword.at));
  }
  for (const bind of proxy.binds)
    for (const one of bindSettings(bind, nodes)) {
      add(one);
      add(certificateSetting(bind, one, node));
    }
  for (const server of proxy.servers)
    add(setting(`server ${server.name.value}`, serverValue(server, node), server.name.word.at));
  return found;
}

/** Binds to every address or to one that is virtual on one of the nodes; those to an address of the node itself are its own affair. */
export const bindSettings = ({ addresses, statement }: Bind, nodes: readonly Node[]): FlatSetting[] =>
  addresses.flatMap(({ kind, host, port, at }) => {
    const shared =
      kind === "any" || nodes.some(({ facts }) => facts.vips.some(({ ip }) => plainIp(ip) === plainIp(host)));
    if (!shared || !port || statement.branch) return [];
    const ports = port.low === port.high ? `${port.low}` : `${port.low}-${port.high}`;
    return [setting(`bind ${kind === "any" ? "*" : plainIp(host)}:${ports}`, "", at)];
  });

/** The certificates of a shared bind in the order written, as the first is for clients without SNI; those named after the node are its own affair. */
function certificateSetting({ options }: Bind, { path, at }: FlatSetting, node: Node): FlatSetting {
  const words = options
    .filter(({ name }) => name === "crt" || name === "crt-list")
    .flatMap(({ args }) => args);
  const own = words.some(({ value }) => node.name !== "" && value.includes(shortName(node.name)));
  const key = `certificates of ${path}`;
  const value = own ? undefined : written(words);
  return {
    path: key,
    parent: path,
    keyword: key,
    value: value === "" ? "none" : value,
    at: words[0]?.at ?? at,
  };
}

/** "10.0.0.1:80 cookie a"; undefined where it is not known, or the server is the node itself. */
function serverValue(server: Server, node: Node): string | undefined {
  const { address, addressWord, statement } = server;
  const words = [...server.options, ...server.inherited].flatMap(({ word, args }) => [word, ...args]);
  if (statement.branch || !address || !addressWord || addressWord.hole || words.some(({ hole }) => hole))
    return undefined;
  if (isOwn(address, node)) return undefined;
  const told = options.flatMap((name) => {
    const option: Option | undefined = serverOption(server, name);
    return option ? [name, ...option.args.map(({ value }) => value)] : [];
  });
  return [addressWord.value, ...told].join(" ");
}

const isOwn = ({ host, kind }: Address, { facts }: Node): boolean =>
  kind === "any" ||
  isLoopback(host) ||
  host === "localhost" ||
  facts.addresses.some(({ ip }) => plainIp(ip) === plainIp(host));
