import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";

export const volumeMix = modelRule({
  id: "drbd/volume-mix",
  severity: "error",
  summary: "A resource must have either volume sections or a device of its own, not both",
  daemon: "rejects",
  format: drbd,
  check({ resources }, report) {
    for (const { name, volumes, hosts, shown } of resources) {
      if (shown) continue;
      const all = [...volumes, ...hosts.flatMap((host) => host.volumes)];
      const implicit = all.find((one) => one.implicit);
      const explicit = all.find((one) => !one.implicit);
      if (implicit && explicit)
        report(
          name.word.at,
          `resource ${name.value} has volume sections, and ${implicit.statement.keyword.value} outside of them`,
          {
            related: [
              { at: implicit.statement.at, message: "outside of any volume" },
              { at: explicit.statement.keyword.at, message: "a volume" },
            ],
          },
        );
    }
  },
});
