import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";

export const interfaceAlias = modelRule({
  id: "keepalived/interface-alias",
  severity: "error",
  summary: "A VRRP instance must run on an interface, not on an alias of one",
  daemon: "rejects",
  format: keepalived,
  check({ vrrpInstances, globals }, report) {
    for (const { interface: device } of vrrpInstances) {
      const [name = "", alias] = device?.value.split(":") ?? [];
      if (!device || alias === undefined || name === "") continue;
      report(
        device.word.at,
        `${device.value} is an alias, which is a second address of ${name} and no interface`,
        {
          ...(globals.dynamicInterfaces ? { daemon: "silent" as const } : {}),
          fix: { title: `use ${name}`, safe: true, edits: [{ at: device.word.at, text: name }] },
        },
      );
    }
  },
});
