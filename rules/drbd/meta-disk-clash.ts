import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { clashes } from "./places.ts";

export const metaDiskClash = modelRule({
  id: "drbd/meta-disk-clash",
  severity: "error",
  summary: "Two volumes of a host must not keep their meta data in one place",
  daemon: "rejects",
  format: drbd,
  check(model, report) {
    const places = clashes(model, ({ metaDisk }) => (metaDisk?.value === "internal" ? undefined : metaDisk));
    for (const { first, firstSetting, second, setting } of places)
      report(
        setting.word.at,
        `meta-disk ${setting.value} is that of resource ${first.resource.name.value} on ${second.machine} too`,
        {
          related: [
            { at: firstSetting.word.at, message: `meta-disk of resource ${first.resource.name.value}` },
          ],
        },
      );
  },
});
