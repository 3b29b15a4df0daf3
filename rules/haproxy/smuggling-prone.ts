import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { removeLine } from "./edits.ts";

const settings: Readonly<Record<string, string>> = {
  "h1-accept-payload-with-any-method":
    "a GET with a body is let through, which some servers take for a second request",
  "h1-do-not-close-on-insecure-transfer-encoding":
    "after a request with two lengths the connection is kept, and its rest is taken for another request",
};

export const smugglingProne = modelRule({
  id: "haproxy/smuggling-prone",
  scope: "section",
  severity: "warning",
  summary: "Settings that open the way to smuggled requests should be off",
  daemon: "silent",
  format: haproxy,
  check({ global }, report) {
    for (const statement of global.statements) {
      const { value, at } = statement.keyword;
      if (statement.prefix || !Object.hasOwn(settings, value)) continue;
      report(at, `${value}: ${settings[value]}`, {
        fix: { title: `delete ${value}`, safe: false, edits: [removeLine(statement)] },
      });
    }
  },
});
