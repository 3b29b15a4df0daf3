import { drbd } from "../../parsers/drbd/index.ts";
import { effective, type Resource } from "../../parsers/drbd/model.ts";
import { modelRule } from "../rule.ts";

export const resyncAfter = modelRule({
  id: "drbd/resync-after",
  severity: "error",
  summary: "A resync-after must name another resource, and not in a circle",
  daemon: "warns",
  format: drbd,
  check({ resources }, report, { document }) {
    if (!document.root || !document.whole) return;
    const byName = new Map(resources.map((resource) => [resource.name.value, resource]));
    const target = (resource: Resource) => effective(resource, "disk", "resync-after");
    const next = (resource: Resource) => byName.get(target(resource)?.value.split("/")[0] ?? "");
    for (const resource of resources) {
      const setting = target(resource);
      if (!setting || setting.word.hole) continue;
      if (!next(resource)) {
        report(setting.word.at, `resource ${setting.value} is not defined: drbd ignores ${setting.name}`);
        continue;
      }
      const way = [resource];
      for (let one = next(resource); one && !way.includes(one); one = next(one)) way.push(one);
      const last = way.at(-1)!;
      if (next(last) !== resource) continue;
      const circle = [...way, resource].map(({ name }) => name.value).join(" after ");
      report(setting.word.at, `${circle}: drbd refuses a circle when the resource comes up`, {
        daemon: "silent",
      });
    }
  },
});
