import { compareVersions } from "../../parsers/core/schema.ts";
import { optionOf } from "./options.ts";
import { pacemakerRule } from "./rule.ts";

export const propertyRenamed = pacemakerRule({
  id: "pacemaker/property-renamed",
  severity: "info",
  summary: "A cluster property should be written by its present name",
  daemon: "silent",
  check({ properties }, report, { targets }) {
    const version = targets.pacemaker ?? "2.0.0";
    for (const { name } of properties.flatMap(({ pairs }) => pairs)) {
      const def = optionOf("property", name.value);
      const { use, since } = def?.deprecated ?? {};
      if (!use || !since || def?.removed || compareVersions(version, since) < 0) continue;
      report(name.at, `${name.value} is named ${use} since Pacemaker ${since}`, {
        fix: { title: `rename to ${use}`, safe: false, edits: [{ at: name.at, text: use }] },
      });
    }
  },
});
