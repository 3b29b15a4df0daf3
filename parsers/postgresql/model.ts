import { type Setting, settingOf, text } from "../core/settings.ts";
import type { Statement, Tree, Word } from "../core/tree.ts";

/** What postgresql.conf sets, by name: the last of each. */
export interface PostgreSql {
  readonly settings: ReadonlyMap<string, Setting<string>>;
  readonly port?: Setting<number>;
  /** Each address of listen_addresses; `*`, `0.0.0.0` and `::` mean all. Absent: not set, localhost counts. */
  readonly addresses?: readonly Setting<string>[];
  readonly dataFolder?: Setting<string>;
  readonly socketFolders?: Setting<string>;
}

export function modelOf({ statements }: Tree): PostgreSql {
  const settings = new Map<string, Setting<string>>();
  for (const statement of statements) {
    const setting = settingOf(statement, 0, text);
    if (setting) settings.set(statement.keyword.value, setting);
    else settings.delete(statement.keyword.value);
  }
  const port = settings.get("port");
  const addresses = settings.get("listen_addresses");
  const dataFolder = settings.get("data_directory");
  const socketFolders = settings.get("unix_socket_directories");
  return {
    settings,
    ...(port && /^\d+$/.test(port.value) ? { port: { ...port, value: Number(port.value) } } : {}),
    ...(addresses ? { addresses: listOf(addresses) } : {}),
    ...(dataFolder ? { dataFolder } : {}),
    ...(socketFolders ? { socketFolders } : {}),
  };
}

/** The parts of a list with commas, each with its own place in the text. */
function listOf({ value, word, statement }: Setting<string>): Setting<string>[] {
  const start = word.at.start + (word.quote ? 1 : 0);
  let from = 0;
  return value.split(",").flatMap((entry) => {
    const part = entry.trim();
    const offset = start + from + entry.indexOf(part);
    from += entry.length + 1;
    return part === "" ? [] : [partOf(part, offset, word, statement)];
  });
}

const partOf = (value: string, start: number, { at }: Word, statement: Statement): Setting<string> => ({
  value,
  word: { kind: "word", value, at: at.with({ start, end: start + value.length }) },
  statement,
});
