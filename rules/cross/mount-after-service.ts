import { fstab } from "../../parsers/fstab/index.ts";
import { rcLocal } from "../../parsers/rclocal/index.ts";
import { listed } from "../cluster/compare.ts";
import { modelsOf } from "../cluster/model.ts";
import { hasPoint, isBind, isDeferred, isRemote } from "../fstab/types.ts";
import { nodeRule } from "../rule.ts";

export const mountAfterService = nodeRule({
  id: "cross/mount-after-service",
  severity: "warning",
  summary: "File systems that services need should be mounted by fstab in order, not by rc.local",
  daemon: "silent",
  check(node, report) {
    const late = modelsOf(node, fstab)
      .flatMap(({ entries }) => entries)
      .filter((entry) => hasPoint(entry) && !isDeferred(entry) && (isRemote(entry) || isBind(entry)));
    const [first] = late;
    for (const { mounts } of first ? modelsOf(node, rcLocal) : [])
      for (const { all, statement } of mounts)
        if (all)
          report(
            statement.at,
            `mount -a at the end of the boot: what starts before it finds ${listed(late.map(({ point }) => point.value))} empty`,
            { related: [{ at: first!.point.at, message: "the first of them" }] },
          );
  },
});
