import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { checkKind } from "./checks.ts";
import { addWords } from "./edits.ts";
import { running, titleOf } from "./proxies.ts";
import { isBackup, isChecked, isOpen, isStopped, serverName, serversOf } from "./servers.ts";

export const serverWithoutCheck = modelRule({
  id: "haproxy/server-without-check",
  scope: "section",
  severity: "warning",
  summary: "A server among several must be checked",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const proxy of running(model)) {
      const servers = serversOf(proxy);
      if (servers.length < 2 && proxy.templates.length === 0 && !servers.some(isBackup)) continue;
      if (proxy.mode === "log" || servers.some(isOpen)) continue;
      const unchecked = servers.filter((server) => !isChecked(server) && !isStopped(server));
      const edits = unchecked.map(({ statement }) => addWords(statement, "check"));
      if (unchecked.length === servers.length) {
        if (servers.length === 0 || proxy.options.some(({ name, on }) => on && checkKind(name))) continue;
        const message = `no server of ${titleOf(proxy)} is checked: one that is down keeps getting its share of the clients`;
        report(serverName(servers[0]!).word.at, message, {
          fix: { title: "add check to every server", safe: false, edits },
        });
        continue;
      }
      for (const server of unchecked) {
        const { value, word } = serverName(server);
        const fix = { title: "add check", safe: false, edits: [addWords(server.statement, "check")] };
        const message = `server ${value} is not checked, other than its neighbours: when it is down it keeps getting its share of the clients`;
        report(word.at, message, { fix });
      }
    }
  },
});
