import type { Setting } from "../../parsers/core/settings.ts";
import type { Statement, Word } from "../../parsers/core/tree.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { after, effectiveLines, ownLines } from "./effective.ts";
import { proxiesWith, serverLineOptions } from "./lookup.ts";

/** Whether the proxy or its defaults set this timeout to something; what a variable holds counts. */
export function hasTimeout(proxy: Proxy, name: string): boolean {
  const timeout = timeoutOf(proxy, name);
  return timeout ? timeout.value !== 0 : effectiveLines(proxy, `timeout ${name}`).length > 0;
}

/** The timeout that counts, in milliseconds. */
export function timeoutOf(proxy: Proxy, name: string): Setting<number> | undefined {
  for (let one: Proxy | undefined = proxy; one; one = one.defaults) {
    const timeout = one.timeouts.get(name);
    if (timeout) return timeout;
  }
  return undefined;
}

/** A word that haproxy reads as a time whose bare numbers are milliseconds. */
export interface Duration {
  readonly word: Word;
  /** What it sets, as written: "timeout client", "inter". */
  readonly name: string;
  readonly statement: Statement;
}

const serverTimes = /^(inter|fastinter|downinter|agent-inter|slowstart|pool-purge-delay)$/;

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
];

const serverLineTimes = (model: Haproxy): Duration[] =>
  serverLineOptions(model, serverTimes).flatMap(({ name, args: [word], statement }) =>
    word ? [{ word, name, statement }] : [],
  );

/** Every time of which a bare number means milliseconds, stick tables aside. */
export const durationsOf = (model: Haproxy): Duration[] => [
  ...proxiesWith(model, "timeout", "tcp-request", "tcp-response").flatMap(proxyTimes),
  ...serverLineTimes(model),
  ...model.resolvers.flatMap((section) => [
    ...timesIn(section, "timeout", 2),
    ...timesIn(section, "hold", 2),
  ]),
  ...model.mailers.flatMap((section) => timesIn(section, "timeout", 2)),
];
