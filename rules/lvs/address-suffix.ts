import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";

export const addressSuffix = modelRule({
  id: "lvs/address-suffix",
  severity: "warning",
  summary: "The address of a server takes no prefix length",
  daemon: "silent",
  format: keepalived,
  check({ virtualServers }, report) {
    for (const { service, statement, sorryServer, realServers } of virtualServers) {
      const owners = [...realServers, ...(sorryServer ? [sorryServer] : [])];
      const statements = [
        ...(service?.kind === "address" ? [statement] : []),
        ...owners.flatMap((owner) => (owner.ip ? [owner.statement] : [])),
      ];
      for (const { keyword, args } of statements) {
        const word = args[0]!;
        const slash = word.value.indexOf("/");
        if (slash < 0) continue;
        const [ip, suffix] = [word.value.slice(0, slash), word.value.slice(slash)];
        report(word.at, `${suffix} is ignored: ${keyword.value} means ${ip} alone`, {
          fix: { title: `write ${ip}`, safe: true, edits: [{ at: word.at, text: ip }] },
        });
      }
    }
  },
});
