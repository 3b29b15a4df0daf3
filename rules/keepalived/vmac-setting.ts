import { keepalived } from "../../parsers/keepalived/index.ts";
import { blockEnd } from "../related.ts";
import { modelRule } from "../rule.ts";
import { familyAndVersion, familyOf } from "./instance.ts";
import { has, lacks, title, within } from "./statements.ts";

export const vmacSetting = modelRule({
  id: "keepalived/vmac-setting",
  severity: "error",
  summary: "Settings of virtual MAC addresses must fit each other",
  daemon: "rejects",
  format: keepalived,
  check({ vrrpInstances }, report) {
    for (const instance of vrrpInstances) {
      const { useVmac, useIpvlan, vmacXmitBase } = instance;
      if (has(instance, "use_vmac_addr"))
        for (const { ip, dev, useVmac: own } of [...instance.virtualIps, ...instance.excludedIps])
          if (own && ip && dev && instance.interface && dev.value !== instance.interface.value)
            report(ip.word.at, `use_vmac of ${ip.value} is ignored: use_vmac_addr is set`);
      const virtual = useVmac ?? useIpvlan;
      const named = virtual?.statement.keyword.value ?? "";
      if (vmacXmitBase && lacks(instance, "use_vmac"))
        report(vmacXmitBase.statement.at, "vmac_xmit_base is ignored: there is no use_vmac", {
          fix: { title: "delete the line", safe: true, edits: [{ at: vmacXmitBase.statement.at, text: "" }] },
        });
      if (!virtual) continue;
      if (
        useIpvlan &&
        familyAndVersion(instance).family === 4 &&
        !useIpvlan.statement.args.some(({ value, hole }) => hole || familyOf(value))
      )
        report(
          useIpvlan.statement.at,
          `use_ipvlan has no source address: ${title(instance)} stays in state FAULT`,
        );
      const unicast = within(
        instance,
        "unicast_peer",
        "unicast_src_ip",
        "check_unicast_src",
        "unicast_fault_no_peer",
      )[0];
      if (unicast && instance.interface && lacks(instance, "vmac_xmit_base"))
        report(
          virtual.statement.keyword.at,
          `${named} with unicast needs vmac_xmit_base, which is set by itself`,
          {
            daemon: "warns",
            severity: "warning",
            related: blockEnd(instance.statement, "keepalived sets it here, where the instance ends"),
          },
        );
      if (unicast && lacks(instance, "interface"))
        report(
          virtual.statement.keyword.at,
          `${named} is ignored: ${title(instance)} is unicast and has no interface`,
        );
      for (const { keyword } of within(instance, "promote_secondaries"))
        report(keyword.at, `promote_secondaries is ignored: ${named} does so by itself`);
      if (!useVmac || !has(instance, "virtual_ipaddress", "virtual_ipaddress_excluded")) continue;
      for (const { ip, dev, useVmac: own } of instance.virtualIps)
        if (own && ip && (!dev || dev.value === instance.interface?.value))
          report(ip.word.at, `use_vmac of ${ip.value} is ignored: the instance has it`);
    }
  },
});
