import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";

const settings: Readonly<Record<string, string>> = {
  "insecure-fork-wanted": "a hole in haproxy can then start any program",
  "insecure-setuid-wanted": "programs that haproxy starts may take other users' rights",
  "external-check": "haproxy starts programs to check its servers, for which it needs to fork",
};

export const insecureProcess = modelRule({
  id: "haproxy/insecure-process",
  severity: "warning",
  summary: "haproxy should not be allowed to start programs",
  daemon: "silent",
  format: haproxy,
  check({ global }, report) {
    for (const { keyword, prefix } of global.statements)
      if (!prefix && Object.hasOwn(settings, keyword.value))
        report(keyword.at, `${keyword.value}: ${settings[keyword.value]}`);
  },
});
