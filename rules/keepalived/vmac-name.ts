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
          if (hole || value.includes(":")) continue;
          const by = taken.get(value);
          if (/^(yes|no|on|off|true|false)$/i.test(value))
            report(at, `use_vmac ${value} makes a MAC address of its own on an interface named ${value}`, {
              daemon: "silent",
            });
          else if (value.includes("/") || value === "." || value === "..")
            report(at, `${value} is no interface name: a name of keepalived's own is used instead`);
          else if (by) report(at, `${by} uses the interface name ${value} already`);
          taken.set(value, title(instance));
        }
  },
});
