import { compareVersions } from "../../parsers/core/schema.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { drbd } from "../../parsers/drbd/index.ts";
import type { Drbd, Resource } from "../../parsers/drbd/model.ts";
import { reservedSince } from "../../parsers/drbd/tokens.ts";
import { modelRule } from "../rule.ts";

export const reservedName = modelRule<Drbd>({
  id: "drbd/reserved-name",
  severity: "error",
  summary: "A name that is a newer keyword of drbd must be in quotes",
  daemon: "rejects",
  format: drbd,
  check({ resources }, report, { targets }) {
    for (const [keyword, { value, at, quote, hole }] of resources.flatMap(namesIn)) {
      const since = quote || hole ? undefined : reservedSince.get(value);
      // Without a target DRBD 9 is meant.
      if (since === undefined || (targets.drbd && compareVersions(targets.drbd, since) < 0)) continue;
      report(at, `${keyword} ${value}: ${value} is a keyword of drbd since ${since} and must be in quotes`, {
        fix: { title: `write "${value}"`, safe: true, edits: [{ at, text: `"${value}"` }] },
      });
    }
  },
});

/** The names that a resource gives and uses, with the words before them. */
const namesIn = ({ name, hosts, connections, meshes }: Resource): (readonly [string, Word])[] => [
  ["resource", name.word],
  ...hosts.flatMap(({ names }) => names.map((word) => ["on", word] as const)),
  ...connections.flatMap((connection) => [
    ...(connection.name ? [["connection", connection.name] as const] : []),
    ...connection.paths.flatMap(({ endpoints }) =>
      endpoints.flatMap((end) => (end.name ? [["host", end.name] as const] : [])),
    ),
  ]),
  ...meshes.flatMap((mesh) => mesh.hosts.map((word) => ["hosts", word] as const)),
];
