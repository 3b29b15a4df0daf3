import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { redirectsOf } from "./redirects.ts";

export const redirectTarget = modelRule({
  id: "haproxy/redirect-target",
  scope: "section",
  severity: "info",
  summary: "The target of a redirect should keep the query and have one slash where prefix and path meet",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { kind, target, format } of redirectsOf(model)) {
      if (kind === "prefix" && /:\/\/[^/]+.*\/$/.test(target.value)) {
        const at = target.at.with({ start: target.at.end - 1 });
        report(target.at, `the path begins with a slash: ${target.value}/… has two`, {
          ...(target.quote
            ? {}
            : { fix: { title: "delete the slash", safe: false, edits: [{ at, text: "" }] } }),
        });
      }
      const samples =
        format?.format.items.flatMap(({ sample, alias }) => sample?.fetch?.name ?? alias?.name ?? []) ?? [];
      const last = format?.format.items.at(-1);
      if (kind === "location" && last?.sample?.fetch?.name === "path" && last.at.end >= target.at.end - 1) {
        if (!samples.some((name) => /^(query|url|pathq|capture\.req\.uri|HU|HQ|HPO)$/.test(name)))
          report(
            last.at,
            "path has no query string: what follows the ? is lost in the redirect, pathq keeps it",
          );
      }
    }
  },
});
