import { compareVersions } from "../../parsers/core/schema.ts";
import { pacemakerRule } from "./rule.ts";

const removed: Readonly<Record<string, string>> = { heartbeat: "2.0.0", upstart: "3.0.0", nagios: "3.0.0" };

export const classRemoved = pacemakerRule({
  id: "pacemaker/class-removed",
  severity: "error",
  summary: "A resource must be of a class that Pacemaker still runs",
  daemon: "silent",
  check({ primitives, templates }, report, { targets }) {
    for (const { class: kind } of [...primitives, ...templates]) {
      const since =
        kind && !kind.hole && Object.hasOwn(removed, kind.value) ? removed[kind.value]! : undefined;
      if (!kind || !since) continue;
      const gone = compareVersions(targets.pacemaker ?? "2.0.0", since) >= 0;
      report(
        kind.at,
        `Pacemaker ${gone ? `runs no ${kind.value} resources since ${since}` : `${since} no longer runs ${kind.value} resources`}`,
        {
          ...(gone ? {} : { severity: "warning" as const }),
        },
      );
    }
  },
});
