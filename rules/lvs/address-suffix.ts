import { keepalived } from "../../parsers/keepalived/index.ts";
import { bareAddress } from "../../parsers/keepalived/types.ts";
import { modelRule } from "../rule.ts";

export const addressSuffix = modelRule({
  id: "lvs/address-suffix",
  severity: "warning",
  summary: "The address of a server takes no prefix length and no range",
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
        const ip = bareAddress(word.value);
        const suffix = word.value.slice(ip.length);
        if (suffix === "" || word.hole) continue;
        report(word.at, `${suffix} is ignored: ${keyword.value} means ${ip} alone`, {
          fix: { title: `write ${ip}`, safe: suffix.startsWith("/"), edits: [{ at: word.at, text: ip }] },
        });
      }
    }
  },
});
