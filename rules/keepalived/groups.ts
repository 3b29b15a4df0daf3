import type { Keepalived, SyncGroup, VrrpInstance } from "../../parsers/keepalived/model.ts";

/** A member of a sync group that exists. */
export interface Member {
  readonly setting: SyncGroup["members"][number];
  readonly instance: VrrpInstance;
  /** The group that has taken the instance before. */
  readonly takenBy?: SyncGroup;
}

type Members = ReadonlyMap<SyncGroup, readonly Member[]>;

const known = new WeakMap<Keepalived, Members>();

/** The members of every sync group, in the order in which the daemon fills them: an instance belongs to the first that names it. */
export function membersOf(model: Keepalived): Members {
  const members = known.get(model) ?? readMembers(model);
  known.set(model, members);
  return members;
}

function readMembers({ syncGroups, vrrpInstances }: Keepalived): Members {
  const taken = new Map<VrrpInstance, SyncGroup>();
  return new Map(
    syncGroups.map((group) => [
      group,
      group.members.flatMap((setting): Member[] => {
        const instance = vrrpInstances.find(({ name }) => name?.value === setting.value);
        if (!instance) return [];
        const takenBy = taken.get(instance);
        if (!takenBy) taken.set(instance, group);
        return [{ setting, instance, ...(takenBy ? { takenBy } : {}) }];
      }),
    ]),
  );
}

/** The sync group that an instance belongs to. */
export function groupOf(model: Keepalived, instance: VrrpInstance): SyncGroup | undefined {
  for (const [group, members] of membersOf(model))
    if (members.some((member) => member.instance === instance && !member.takenBy)) return group;
  return undefined;
}
