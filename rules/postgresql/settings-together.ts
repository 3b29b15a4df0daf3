import type { Setting } from "../../parsers/core/settings.ts";
import { amountOf } from "../../parsers/postgresql/amount.ts";
import { postgresql } from "../../parsers/postgresql/index.ts";
import type { PostgreSql } from "../../parsers/postgresql/model.ts";
import { modelRule } from "../rule.ts";

type Settings = PostgreSql["settings"];

/** Two settings that are taken one by one, and what the server says of both. */
interface Conflict {
  readonly names: readonly [string, string];
  readonly holds: (first: string, second: string) => boolean;
  readonly why: string;
}

const isMinimal = (level: string): boolean => level.toLowerCase() === "minimal";
const isOn = (word: string): boolean => /^(?:on|true|yes|1|always)$/i.test(word);
const numberOf = (text: string): number => amountOf(text)?.number ?? Number.NaN;

/** PostmasterMain() of PostgreSQL 15. */
const conflicts: readonly Conflict[] = [
  {
    names: ["max_wal_senders", "wal_level"],
    holds: (senders, level) => isMinimal(level) && numberOf(senders) > 0,
    why: "standbys need replica or logical",
  },
  {
    names: ["archive_mode", "wal_level"],
    holds: (archive, level) => isMinimal(level) && isOn(archive),
    why: "archives need replica or logical",
  },
  {
    names: ["superuser_reserved_connections", "max_connections"],
    holds: (reserved, all) => numberOf(reserved) >= numberOf(all),
    why: "none is left for anybody else",
  },
];

export const settingsTogether = modelRule({
  id: "postgresql/settings-together",
  format: postgresql,
  severity: "error",
  summary: "Settings must go together",
  daemon: "stops",
  check({ settings }, report, { document }) {
    if (!document.root || !document.whole) return;
    for (const { names, holds, why } of conflicts) {
      const [first, second] = names.map((name) => known(settings, name));
      if (!first || !second || !holds(first.value, second.value)) continue;
      report(
        first.word.at,
        `${names[0]} ${first.value} does not go with ${names[1]} ${second.value}, and the server does not start: ${why}`,
        { related: [{ at: second.word.at, message: names[1] }] },
      );
    }
  },
});

const known = (settings: Settings, name: string): Setting<string> | undefined => {
  const setting = settings.get(name);
  return setting?.word.hole ? undefined : setting;
};
