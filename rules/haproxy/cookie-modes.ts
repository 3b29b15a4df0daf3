import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { proxiesWith } from "./lookup.ts";
import { unlessBranch } from "./servers.ts";

const modes = ["rewrite", "insert", "prefix"];

export const cookieModes = modelRule({
  id: "haproxy/cookie-modes",
  scope: "section",
  severity: "error",
  summary: "The modes of a cookie exclude each other",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    for (const { cookie } of proxiesWith(model, "cookie")) {
      if (!cookie) continue;
      const { name, options, statement } = cookie;
      const given = options.filter((option) => modes.includes(option.name));
      const second = given.find((option) => option.name !== given[0]!.name);
      const indirect = options.find((option) => option.name === "indirect");
      const clash = second ?? (given.some((option) => option.name === "rewrite") ? indirect : undefined);
      if (!clash) continue;
      const other = clash === indirect ? "rewrite" : given[0]!.name;
      report(
        clash.word.at,
        `cookie ${name.value} cannot be ${other} and ${clash.name}`,
        unlessBranch(statement),
      );
    }
  },
});
