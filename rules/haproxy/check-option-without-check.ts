import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { checkKind } from "./checks.ts";
import { addWords } from "./edits.ts";
import { running, titleOf } from "./proxies.ts";
import { isChecked, isOpen, serversOf } from "./servers.ts";

export const checkOptionWithoutCheck = modelRule({
  id: "haproxy/check-option-without-check",
  scope: "section",
  severity: "error",
  summary: "A kind of check is chosen where no server is checked",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model)) {
      const servers = serversOf(proxy);
      if (servers.length === 0 || servers.some((server) => isOpen(server) || isChecked(server))) continue;
      const option = proxy.options.findLast(({ name, on }) => on && checkKind(name));
      if (!option) continue;
      const message = `option ${option.name} does nothing: no server of ${titleOf(proxy)} has check`;
      const edits = servers.map(({ statement }) => addWords(statement, "check"));
      report(option.statement.keyword.at, message, {
        fix: { title: "add check to every server", safe: false, edits },
      });
    }
  },
});
