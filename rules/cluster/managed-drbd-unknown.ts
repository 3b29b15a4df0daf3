import { clusterRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";
import { listed } from "./compare.ts";
import { drbdCopies, drbdKnown, managedDrbds } from "./managed-drbd.ts";

export const managedDrbdUnknown = clusterRule({
  id: "cluster/managed-drbd-unknown",
  severity: "error",
  summary: "A DRBD resource that Pacemaker runs must be one of drbd.conf",
  daemon: "silent",
  check(cluster, report) {
    if (!drbdKnown(cluster)) return;
    const names = [...new Set(drbdCopies(cluster).map(({ resource }) => resource.name.value))];
    const [first] = drbdCopies(cluster);
    for (const { managed, name } of managedDrbds(cluster)) {
      if (names.length === 0 || names.includes(name.value)) continue;
      const guess = nearest(name.value, names);
      report(
        name.at,
        guess
          ? `DRBD has no resource ${name.value}, did you mean ${guess}?`
          : `DRBD has no resource ${name.value}, only ${listed(names)}: ${managed.primitive.id.value} cannot start`,
        {
          related: first ? [{ at: first.resource.name.word.at, message: "a resource of drbd.conf" }] : [],
          ...(guess
            ? { fix: { title: `replace with ${guess}`, safe: false, edits: [{ at: name.at, text: guess }] } }
            : {}),
        },
      );
    }
  },
});
