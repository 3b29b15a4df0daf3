import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { addLine } from "./edits.ts";
import { optionOf } from "./effective.ts";
import { runningOf, serversWith } from "./lookup.ts";
import { isBackup, isOpen } from "./servers.ts";

export const severalBackups = modelRule({
  id: "haproxy/several-backups",
  scope: "section",
  severity: "info",
  summary: "Of several backup servers only the first one serves",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of runningOf(serversWith(model, "backup"))) {
      const backups = proxy.servers.filter(isBackup);
      const [first, second] = backups;
      if (!first || !second || optionOf(proxy, "allbackups") || proxy.servers.some(isOpen)) continue;
      const { name } = second;
      const message = `backup server ${name.value} serves only when ${first.name.value} is down too: without option allbackups one backup takes all clients`;
      report(name.word.at, message, {
        related: [{ at: first.name.word.at, message: "takes all clients" }],
        fix: {
          title: "add option allbackups",
          safe: false,
          edits: [addLine(proxy.statement, "option allbackups")],
        },
      });
    }
  },
});
