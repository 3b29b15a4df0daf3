import { sysctl } from "../../parsers/sysctl/index.ts";
import type { Sysctl } from "../../parsers/sysctl/model.ts";
import { modelRule } from "../rule.ts";

export const aliasInterface = modelRule<Sysctl>({
  id: "sysctl/alias-interface",
  severity: "error",
  summary: "An alias such as eth0:0 has no kernel settings of its own",
  daemon: "silent",
  format: sysctl,
  check({ settings }, report) {
    for (const { key, keyWord } of settings) {
      const alias = /^net\.ipv[46]\.(?:conf|neigh)\.([^.:]+):([^.]+)\./.exec(key);
      if (!alias) continue;
      const [, device = "", label = ""] = alias;
      const start = keyWord.at.start + keyWord.value.indexOf(`${device}:${label}`) + device.length;
      const at = keyWord.at.with({ start, end: start + label.length + 1 });
      report(keyWord.at, `${device}:${label} is an address label, not an interface: the line sets nothing`, {
        fix: { title: `set it on ${device}`, safe: false, edits: [{ at, text: "" }] },
      });
    }
  },
});
