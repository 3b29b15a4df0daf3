/**
 * Makes schemas/systemd-keys.json, the names of all settings by section, from what systemd says of itself:
 * `npx tsx scripts/systemd-keys.ts DUMP…`, each DUMP the output of one release's `systemd --dump-configuration-items`. Names alone.
 */
import { readFileSync, writeFileSync } from "node:fs";

type Sections = Map<string, Set<string>>;

function sectionsOf(dumps: readonly string[]): Sections {
  const sections: Sections = new Map();
  for (const dump of dumps) {
    let names: Set<string> | undefined;
    for (const line of readFileSync(dump, "utf8").split("\n")) {
      const section = /^\[(\w+)\]$/.exec(line)?.[1];
      if (section) {
        names = sections.get(section) ?? new Set();
        sections.set(section, names);
      }
      const name = /^(\w+)=/.exec(line)?.[1];
      if (name) names?.add(name);
    }
  }
  return sections;
}

/** What all these sections have, each a unit that runs processes. */
const runners = ["Service", "Socket", "Mount", "Swap"];

const sections = sectionsOf(process.argv.slice(2));
const all = new Set([...sections.values()].flatMap((names) => [...names]));
const shared = [...all].filter((name) => runners.every((section) => sections.get(section)?.has(name))).sort();
const own = [...sections].map(([section, names]) => {
  const runs = runners.includes(section);
  return [section, { runs, keys: [...names].filter((name) => !runs || !shared.includes(name)).sort() }];
});
const table = {
  $comment:
    "Made by scripts/systemd-keys.ts from systemd --dump-configuration-items of systemd 252, 257 and 262. runs: the section has the keys of all that run processes too.",
  shared,
  sections: Object.fromEntries(own),
};
writeFileSync(
  new URL("../schemas/systemd-keys.json", import.meta.url),
  `${JSON.stringify(table, null, 2)}\n`,
);
