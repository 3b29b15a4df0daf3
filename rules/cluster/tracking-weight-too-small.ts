import { clusterRule } from "../rule.ts";
import { nodeName } from "./disagree.ts";
import { type Tracked, trackedBy } from "./tracking.ts";
import { priorityOf, type Router, settingAt, virtualRouters } from "./vrrp.ts";

export const trackingWeightTooSmall = clusterRule({
  id: "cluster/tracking-weight-too-small",
  severity: "error",
  summary: "The weight of a tracker must be able to bring the master's priority below that of another router",
  daemon: "silent",
  check(cluster, report) {
    for (const routers of virtualRouters(cluster)) {
      const [master, backup] = routers;
      if (!master || !backup || inSyncGroup(master)) continue;
      const high = priorityOf(master);
      const low = priorityOf(backup);
      const weights = weightsOf(master);
      const ready = weightsOf(backup);
      if (high === undefined || low === undefined || high === 255 || high <= low || !weights || !ready)
        continue;
      const failed = high + sum(weights, (weight) => Math.min(weight, 0));
      const rising = low + sum(ready, (weight) => Math.max(weight, 0));
      const first = weights.find(({ weight }) => weight !== 0);
      if (!first || failed < rising) continue;
      report(
        first.weightAt,
        `weight ${first.weight} cannot move the addresses: when ${first.name} fails, priority ${failed} here is still not below ${rising} on ${nodeName(backup)}`,
        {
          related: [
            { at: settingAt(master, master.instance.priority), message: `priority ${high} of the master` },
            {
              at: settingAt(backup, backup.instance.priority),
              message: `priority ${low} of ${nodeName(backup)}`,
            },
          ],
        },
      );
    }
  },
});

/** undefined where a weight is not known: a track_file's is a factor of what the file holds. */
function weightsOf(router: Router): (Tracked & { readonly weight: number })[] | undefined {
  const tracked = trackedBy(router).filter(({ kind }) => kind !== "bfd");
  return tracked.every((one): one is Tracked & { readonly weight: number } => one.weight !== undefined)
    ? tracked
    : undefined;
}

const sum = (tracked: readonly { readonly weight: number }[], of: (weight: number) => number): number =>
  tracked.reduce((total, { weight }) => total + of(weight), 0);

/** Weights are not taken in a sync group. */
const inSyncGroup = ({ instance, document }: Router): boolean =>
  document.model.syncGroups.some(({ members }) =>
    members.some(({ value }) => value === instance.name?.value),
  );
