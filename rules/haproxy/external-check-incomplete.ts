import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";
import { checkOf } from "./checks.ts";
import { optionsNamed } from "./lookup.ts";
import { chainOf, running, serves, titleOf } from "./proxies.ts";
import { unlessBranch } from "./servers.ts";

export const externalCheckIncomplete = modelRule({
  id: "haproxy/external-check-incomplete",
  severity: "error",
  summary: "Checks by a program need the command, and external-check in global",
  byAbsence: true,
  daemon: "rejects",
  format: haproxy,
  check(model, report, { document }) {
    if (!document.root || !document.whole || optionsNamed(model, "external-check").length === 0) return;
    const { statements } = model.global;
    const allowed = statements.some(({ keyword }) => keyword.hole || keyword.value === "external-check");
    for (const proxy of running(model)) {
      const option = checkOf(proxy);
      if (!serves(proxy) || option?.name !== "external-check") continue;
      const missing = [
        ...(allowed ? [] : ["external-check in global"]),
        ...(hasCommand(proxy) ? [] : ["external-check command"]),
      ];
      if (missing.length > 0)
        report(
          option.statement.keyword.at,
          `${titleOf(proxy)} is checked by a program: ${missing.join(" and ")} is missing`,
          unlessBranch(option.statement),
        );
    }
  },
});

const hasCommand = (proxy: Proxy): boolean =>
  chainOf(proxy).some(({ statements }) =>
    statements.some(({ keyword }) => keyword.hole || keyword.value === "external-check command"),
  );
