import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { title, within } from "./statements.ts";

export const vmacName = modelRule({
  id: "keepalived/vmac-name",
  severity: "error",
  summary: "The name after use_vmac must be a free interface name",
  daemon: "rejects",
  format: keepalived,
  check({ vrrpInstances }, report) {
    const taken = new Map<string, string>();
    for (const instance of vrrpInstances)
      for (const { args } of within(instance, "use_vmac"))
        for (const { value, at, hole } of args.slice(0, 2)) {
          if (hole) continue;
          if (value.includes(":")) {
            const wrong = macFault(value);
            if (wrong) report(at, `${value} is ${wrong}: it is ignored`);
            continue;
          }
          const by = taken.get(value);
          if (/^(yes|no|on|off|true|false)$/i.test(value))
            report(at, `use_vmac ${value} makes a MAC address of its own on an interface named ${value}`, {
              daemon: "silent",
            });
          else if (value.length > 15 || value.includes("/") || value === "." || value === "..")
            report(at, `${value} is no interface name: a name of keepalived's own is used instead`);
          else if (by) report(at, `${by} uses the interface name ${value} already`);
          taken.set(value, title(instance));
        }
  },
});

/** Why a MAC address cannot be used; the last of its six parts may be left to the VRID. */
function macFault(value: string): string | undefined {
  const parts = value.replace(/:$/, "").split(":");
  if (parts.length < 5 || parts.length > 6 || !parts.every((part) => /^[\da-f]{1,2}$/i.test(part)))
    return "no MAC address";
  if (Number.parseInt(parts[0]!, 16) % 2 === 1) return "a multicast MAC address";
  return /^00?:00?:5e:00?:0?[12](:|$)/i.test(value) ? "a MAC address of VRRP itself" : undefined;
}
