import { drbd } from "../../parsers/drbd/index.ts";
import { modelRule } from "../rule.ts";
import { clashes } from "./places.ts";

export const minorClash = modelRule({
  id: "drbd/minor-clash",
  severity: "error",
  summary: "Two volumes of a host must not share a minor number",
  daemon: "rejects",
  format: drbd,
  check(model, report) {
    for (const { first, firstSetting, second, setting } of clashes(model, ({ minor }) => minor)) {
      const { machine, resource } = second;
      if (setting.word === firstSetting.word) continue;
      report(
        setting.word.at,
        `minor ${setting.value} of resource ${resource.name.value} is that of ${first.resource.name.value} on ${machine} too`,
        {
          related: [
            {
              at: firstSetting.word.at,
              message: `minor ${setting.value} of resource ${first.resource.name.value}`,
            },
          ],
        },
      );
    }
  },
});
