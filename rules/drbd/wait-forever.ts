import { drbd } from "../../parsers/drbd/index.ts";
import { effective } from "../../parsers/drbd/model.ts";
import { modelRule } from "../rule.ts";
import { settled } from "./levels.ts";

export const waitForever = modelRule({
  id: "drbd/wait-forever",
  severity: "warning",
  summary: "A boot that promotes nodes should not wait for the peer without end",
  daemon: "silent",
  format: drbd,
  check({ resources }, report, { document }) {
    for (const resource of resources) {
      const become = effective(resource, "startup", "become-primary-on");
      if (!become || !settled(resource, document)) continue;
      const without = ["wfc-timeout", "degr-wfc-timeout"].filter(
        (name) => Number(effective(resource, "startup", name)?.value ?? 0) === 0,
      );
      if (without.length === 2)
        report(
          become.statement.keyword.at,
          "the boot that promotes the node waits for its peer without end: wfc-timeout and degr-wfc-timeout are 0",
        );
    }
  },
});
