import { gluster } from "../../parsers/gluster/index.ts";
import { modelRule } from "../rule.ts";

export const replicaCount = modelRule({
  id: "gluster/replica-count",
  format: gluster,
  severity: "warning",
  summary: "A replicated volume should have three copies, or two and an arbiter",
  daemon: "silent",
  check({ volumes }, report) {
    for (const { type, subvolumes, options } of volumes) {
      if (!type || !/^cluster\/(replicate|afr)$/.test(type.value) || subvolumes.length === 0) continue;
      const guarded = options.some(
        ({ name, value }) =>
          /^(arbiter-count|thin-arbiter|quorum-count)$/.test(name.value) ||
          (name.value === "quorum-type" && value !== undefined && value.value !== "none"),
      );
      const { at } = subvolumes[0]!.statement;
      if (subvolumes.length === 1)
        report(at, "a replica of one volume is no copy: nothing survives its loss", { severity: "error" });
      else if (subvolumes.length === 2 && !guarded)
        report(
          at,
          "two copies without a quorum or an arbiter: when they part, both are written and split-brain follows",
        );
    }
  },
});
