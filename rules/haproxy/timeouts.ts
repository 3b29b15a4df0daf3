import type { Setting } from "../../parsers/core/settings.ts";
import type { Statement, Word } from "../../parsers/core/tree.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Option, Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { after, effectiveLines, ownLines } from "./effective.ts";
import { chainOf } from "./proxies.ts";

/** Whether the proxy or its defaults set this timeout to something; what a variable holds counts. */
export function hasTimeout(proxy: Proxy, name: string): boolean {
  if (effectiveLines(proxy, `timeout ${name}`).length === 0) return false;
  return timeoutOf(proxy, name)?.value !== 0;
}

/** The timeout that counts, in milliseconds. */
export const timeoutOf = (proxy: Proxy, name: string): Setting<number> | undefined =>
  chainOf(proxy)
    .map(({ timeouts }) => timeouts.get(name))
    .find((timeout) => timeout !== undefined);

/** A word that haproxy reads as a time whose bare numbers are milliseconds. */
export interface Duration {
  readonly word: Word;
  /** What it sets, as written: "timeout client", "inter". */
  readonly name: string;
  readonly statement: Statement;
}

const serverTimes = new Set([
  "inter",
  "fastinter",
  "downinter",
  "agent-inter",
  "slowstart",
  "pool-purge-delay",
]);

const optionTimes = (options: readonly Option[]): Duration[] =>
  options.flatMap(({ name, args: [word], statement }) =>
    serverTimes.has(name) && word ? [{ word, name, statement }] : [],
  );

/** The word at `index` of every line that begins with these two words. */
const timesIn = (
  section: { readonly statements: readonly Statement[] },
  words: string,
  index: number,
): Duration[] =>
  ownLines(section, words).flatMap((statement) => {
    const line = after(statement, 0);
    const word = line[index];
    const name = line
      .slice(0, index)
      .map(({ value }) => value)
      .join(" ");
    return word ? [{ word, name, statement }] : [];
  });

const proxyTimes = (proxy: Proxy): Duration[] => [
  ...timesIn(proxy, "timeout", 2),
  ...timesIn(proxy, "tcp-request inspect-delay", 2),
  ...timesIn(proxy, "tcp-response inspect-delay", 2),
  ...optionTimes(
    [...proxy.servers, ...proxy.templates, ...proxy.defaultServers].flatMap(({ options }) => options),
  ),
];

/** Every time of which a bare number means milliseconds, stick tables aside. */
export const durationsOf = ({ proxies, resolvers, mailers }: Haproxy): Duration[] => [
  ...proxies.flatMap(proxyTimes),
  ...resolvers.flatMap((section) => [...timesIn(section, "timeout", 2), ...timesIn(section, "hold", 2)]),
  ...mailers.flatMap((section) => timesIn(section, "timeout", 2)),
];
