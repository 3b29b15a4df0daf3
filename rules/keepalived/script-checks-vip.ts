import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { addressesOf } from "./addresses.ts";
import { title } from "./statements.ts";

export const scriptChecksVip = modelRule({
  id: "keepalived/script-checks-vip",
  severity: "warning",
  summary: "A check should test the router's own service, not the virtual address",
  daemon: "silent",
  format: keepalived,
  check({ vrrpInstances, vrrpScripts }, report) {
    for (const { name, script } of vrrpScripts) {
      if (!script || !name) continue;
      for (const instance of vrrpInstances) {
        if (!instance.track.scripts.some((track) => track.name.value === name.value)) continue;
        const vip = addressesOf(instance).find(({ ip }) => ip && mentions(script.text, ip.value));
        if (!vip?.ip) continue;
        report(
          script.word.at,
          `${name.value} asks ${vip.ip.value}, which is on the MASTER only: it tells a BACKUP nothing of its own service`,
          {
            related: [{ at: vip.ip.word.at, message: `the virtual address of ${title(instance)}` }],
          },
        );
        break;
      }
    }
  },
});

const mentions = (text: string, ip: string): boolean =>
  text.split(/[\s/[\]@='"]+/).some((part) => part === ip || (!ip.includes(":") && part.split(":")[0] === ip));
