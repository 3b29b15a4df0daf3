import { grouped, remembered } from "../../parsers/core/remembered.ts";
import type { Acl } from "../../parsers/haproxy/modelProxy.ts";

const byName = remembered((acls: readonly Acl[]) => grouped(acls, ({ name }) => name?.value ?? ""));

/** The `acl` lines of this name among those of a section; looked up, for a section may have 100,000. */
export const aclLines = (acls: readonly Acl[], name: string): readonly Acl[] =>
  acls.length === 0 ? acls : (byName(acls).get(name) ?? []);
