import type { Word } from "../../parsers/core/tree.ts";
import { isIp, isIp4 } from "../../parsers/core/types.ts";
import { hosts } from "../../parsers/hosts/index.ts";
import type { HostsEntry } from "../../parsers/hosts/model.ts";
import { modelRule } from "../rule.ts";

export const duplicateName = modelRule({
  id: "hosts/duplicate-name",
  format: hosts,
  severity: "warning",
  summary: "A name should have one address",
  daemon: "silent",
  check({ entries }, report) {
    const first = new Map<string, HostsEntry & { readonly name: Word }>();
    for (const entry of entries.filter(({ address }) => isIp(address.value))) {
      for (const name of entry.names) {
        const key = `${family(entry)} ${name.value.toLowerCase()}`;
        const other = first.get(key);
        if (!other) first.set(key, { ...entry, name });
        else if (other.address.value !== entry.address.value && !bothLocal(other, entry))
          report(
            name.at,
            `${name.value} is ${entry.address.value} here and ${other.address.value} above: programs that take one address take the first`,
            { related: [{ at: other.name.at, message: `${other.address.value} comes first` }] },
          );
      }
    }
  },
});

/** A name may have an address of each family. */
const family = ({ address }: HostsEntry): 4 | 6 => (isIp4(address.value) ? 4 : 6);

/** localhost on 127.0.0.1 and 127.0.1.1: one machine. */
const bothLocal = (...entries: readonly HostsEntry[]): boolean =>
  entries.every(({ address: { value } }) => value.startsWith("127.") || value === "::1");
