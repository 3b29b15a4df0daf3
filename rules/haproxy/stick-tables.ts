import { remembered } from "../../parsers/core/remembered.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { lineWords } from "../../parsers/haproxy/lineWords.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { Proxy, StickTable } from "../../parsers/haproxy/modelProxy.ts";
import { proxiesWith } from "./lookup.ts";

const scales: Readonly<Record<string, number>> = { "": 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** A size in bytes or entries (`16k`); undefined where the word is none. */
export function sizeOf({ value, hole }: Word): number | undefined {
  const match = hole ? undefined : /^(\d+)([kmg]?)$/i.exec(value);
  return match ? Number(match[1]) * scales[match[2]!.toLowerCase()]! : undefined;
}

/** A stick table under the name by which lines ask for it. */
export interface NamedTable {
  readonly name: string;
  readonly table: StickTable;
  /** The proxy whose `stick-table` line it is; absent for a `table` of a `peers` section. */
  readonly proxy?: Proxy;
  /** The word after `expire`. */
  readonly expireWord?: Word;
}

function named(name: string, table: StickTable, proxy?: Proxy): NamedTable {
  const words = lineWords(table.statement);
  const at = words.findIndex(({ value }) => value === "expire");
  const expireWord = at < 0 ? undefined : words[at + 1];
  return { name, table, ...(proxy ? { proxy } : {}), ...(expireWord ? { expireWord } : {}) };
}

/** Every stick table. */
export const tablesOf = remembered((model: Haproxy): readonly NamedTable[] => [
  ...proxiesWith(model, "stick-table").flatMap((proxy) =>
    proxy.stickTable && proxy.name ? [named(proxy.name.value, proxy.stickTable, proxy)] : [],
  ),
  ...model.peers.flatMap(({ name, tables }) =>
    tables.map((table) => named(`${name?.value ?? ""}/${table.name?.value ?? ""}`, table)),
  ),
]);
