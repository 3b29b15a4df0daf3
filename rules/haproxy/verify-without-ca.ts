import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import { modelRule, type Report } from "../rule.ts";
import { bindsOf, isTls, optionNamed } from "./binds.ts";
import { checksByTls } from "./checks.ts";
import { globalLine } from "./effective.ts";
import { placedServers, runningWith, serversWith } from "./lookup.ts";
import { serverOption } from "./proxies.ts";
import { isOn, isOpen, serverName, unlessBranch } from "./servers.ts";

/** What brings authorities to a bind; `ca-verify-file` does too, whose authorities are not told to the client. */
const brought = ["ca-file", "ca-verify-file", "crt-list"];

function checkBinds(model: Haproxy, report: Report): void {
  for (const { bind } of bindsOf(model)) {
    const verify = optionNamed(bind, "verify");
    const value = verify?.args[0]?.value ?? "";
    if (!verify || !isTls(bind) || !/^(required|optional)$/.test(value)) continue;
    if (brought.some((name) => optionNamed(bind, name)) || !optionNamed(bind, "crt")) continue;
    if (bind.options.some(({ word }) => word.hole)) continue;
    const message = `verify ${value} without ca-file: no client certificate could ever be found good`;
    report(verify.word.at, message, unlessBranch(bind.statement));
  }
}

export const verifyWithoutCa = modelRule({
  id: "haproxy/verify-without-ca",
  severity: "error",
  summary: "Certificates can be verified only against a ca-file",
  daemon: "rejects",
  format: haproxy,
  check(model, report, { document }) {
    checkBinds(model, report);
    const lenient = globalLine(model, "ssl-server-verify")?.args[0];
    if (!document.root || !document.whole || (lenient && lenient.value !== "required")) return;
    const byTls = new Set(runningWith(model, "http-check", "tcp-check").filter(checksByTls));
    const asked = byTls.size > 0 ? placedServers(model) : serversWith(model, "ssl", "check-ssl");
    for (const { server, proxy } of asked) {
      const speaks = ["ssl", "check-ssl"].find((name) => isOn(server, name));
      const given = serverOption(server, "verify")?.args[0];
      if (
        (!speaks && !byTls.has(proxy)) ||
        given?.value === "none" ||
        serverOption(server, "ca-file") ||
        isOpen(server)
      )
        continue;
      const { word, value } = serverName(server);
      const option = speaks ? serverOption(server, speaks) : undefined;
      const own = option?.statement === server.statement ? option : undefined;
      const message = `server ${value} has ${speaks ?? "checks by TLS"} and no ca-file: its certificate cannot be verified`;
      report(own?.word.at ?? word.at, message, unlessBranch(server.statement));
    }
  },
});
