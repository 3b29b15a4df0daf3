import { once } from "../../parsers/core/remembered.ts";
import table from "../../schemas/systemd-keys.json" with { type: "json" };

interface SectionKeys {
  /** It has the keys of all sections that run processes. */
  readonly runs: boolean;
  readonly keys: readonly string[];
}

/** The names of a section's settings in all releases that were asked, by section. */
export const keysBySection = once(
  (): ReadonlyMap<string, ReadonlySet<string>> =>
    new Map(
      Object.entries(table.sections as Readonly<Record<string, SectionKeys>>).map(
        ([section, { runs, keys }]) => [section, new Set([...keys, ...(runs ? table.shared : [])])],
      ),
    ),
);
