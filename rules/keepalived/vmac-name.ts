import type { Statement, Word } from "../../parsers/core/tree.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule, type Targets } from "../rule.ts";
import { isSince, title, within } from "./statements.ts";

export const vmacName = modelRule({
  id: "keepalived/vmac-name",
  severity: "error",
  summary: "The name after use_vmac must be a free interface name",
  daemon: "rejects",
  format: keepalived,
  check({ vrrpInstances }, report, { targets }) {
    const taken = new Map<string, string>();
    for (const instance of vrrpInstances) {
      const words = within(instance, "use_vmac").flatMap((statement) => wordsOf(statement, targets));
      const kept: { name?: string; address?: string } = {};
      for (const { value, at, hole } of words) {
        if (hole) continue;
        const kind = value.includes(":") ? "address" : "name";
        const before = kept[kind];
        if (before !== undefined) {
          report(at, `${value} is ignored: use_vmac has the ${kind} ${before} already`, again);
          continue;
        }
        const by = taken.get(value);
        const wrong = kind === "address" ? macFault(value) : nameFault(value, by);
        if (wrong) report(at, wrong);
        else kept[kind] = value;
        if (kind === "address") continue;
        if (!wrong && /^(yes|no|on|off|true|false)$/i.test(value))
          report(at, `use_vmac ${value} makes a MAC address of its own on an interface named ${value}`, {
            daemon: "silent",
          });
        taken.set(value, title(instance));
      }
    }
  },
});

const again = { daemon: "warns", severity: "warning" } as const;

/** The names and addresses of a use_vmac; 2.2.8 made options of three words. */
function wordsOf({ args }: Statement, targets: Targets): readonly Word[] {
  if (!isSince(targets, "2.2.8")) return args.slice(0, 2);
  return args.filter(
    ({ value }, i) => !/^(netlink_notify_msg|group|name)$/.test(value) && args[i - 1]?.value !== "group",
  );
}

/** Why a name cannot be used. */
function nameFault(value: string, by: string | undefined): string | undefined {
  if (value.length > 15 || value.includes("/") || value === "." || value === "..")
    return `${value} is no interface name: a name of keepalived's own is used instead`;
  return by && `${by} uses the interface name ${value} already`;
}

/** Why a MAC address cannot be used; the last of its six parts may be left to the VRID. */
function macFault(value: string): string | undefined {
  const parts = value.replace(/:$/, "").split(":");
  if (parts.length < 5 || parts.length > 6 || !parts.every((part) => /^[\da-f]{1,2}$/i.test(part)))
    return `${value} is no MAC address: it is ignored`;
  if (Number.parseInt(parts[0]!, 16) % 2 === 1) return `${value} is a multicast MAC address: it is ignored`;
  return /^00?:00?:5e:00?:0?[12](:|$)/i.test(value)
    ? `${value} is a MAC address of VRRP itself: it is ignored`
    : undefined;
}
