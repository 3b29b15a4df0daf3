import type { Acl } from "../../parsers/haproxy/modelProxy.ts";

const known = new WeakMap<readonly Acl[], ReadonlyMap<string, readonly Acl[]>>();

/** The `acl` lines of this name among those of a section; looked up, for a section may have 100,000. */
export function aclLines(acls: readonly Acl[], name: string): readonly Acl[] {
  let byName = known.get(acls);
  if (!byName) {
    const grouped = new Map<string, Acl[]>();
    for (const acl of acls) {
      const key = acl.name?.value ?? "";
      const same = grouped.get(key);
      if (same) same.push(acl);
      else grouped.set(key, [acl]);
    }
    byName = grouped;
    known.set(acls, byName);
  }
  return byName.get(name) ?? [];
}
