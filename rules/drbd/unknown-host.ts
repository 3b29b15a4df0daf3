import type { Word } from "../../parsers/core/tree.ts";
import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";
import { sameHost } from "./levels.ts";

export const unknownHost = modelRule({
  id: "drbd/unknown-host",
  severity: "error",
  summary: "A connection must name hosts that have a section in the resource",
  byAbsence: true,
  daemon: "rejects",
  format: drbd,
  check({ resources }, report) {
    for (const { name, hosts, connections, meshes } of resources) {
      const known = hosts.flatMap(({ names }) => names.map(({ value }) => value));
      const stacked = hosts.some(({ kind }) => kind === "stacked");
      const ends = connections.flatMap(({ paths }) =>
        paths.flatMap(({ endpoints }) => endpoints.flatMap((one) => one.name ?? [])),
      );
      const named: readonly Word[] = [...ends, ...meshes.flatMap((mesh) => mesh.hosts)];
      if (stacked || hosts.some(({ names }) => names.some(({ hole }) => hole))) continue;
      for (const word of named) {
        if (word.hole || known.some((one) => sameHost(one, word.value))) continue;
        const guess = nearest(word.value, known);
        report(
          word.at,
          `host ${word.value} has no on section in resource ${name.value}${guess ? `, did you mean ${guess}?` : ""}`,
          {
            related: [{ at: name.word.at, message: `resource ${name.value}` }],
            ...(guess
              ? {
                  fix: { title: `replace with ${guess}`, safe: false, edits: [{ at: word.at, text: guess }] },
                }
              : {}),
          },
        );
      }
    }
  },
});
