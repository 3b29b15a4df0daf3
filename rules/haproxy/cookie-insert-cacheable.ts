import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { cookieHas } from "./cookies.ts";
import { addWords } from "./edits.ts";
import { proxiesWith } from "./lookup.ts";

export const cookieInsertCacheable = modelRule({
  id: "haproxy/cookie-insert-cacheable",
  scope: "section",
  severity: "warning",
  summary: "An inserted cookie should be kept from caches and from the server",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { cookie } of proxiesWith(model, "cookie")) {
      if (!cookie || !cookieHas(cookie, "insert") || cookieHas(cookie, "preserve")) continue;
      const cached = !cookieHas(cookie, "nocache", "postonly");
      const told = !cookieHas(cookie, "indirect");
      if (!cached && !told) continue;
      const missing = [...(told ? ["indirect"] : []), ...(cached ? ["nocache"] : [])].join(" ");
      const why = [
        ...(told ? ["the server is shown haproxy's cookie"] : []),
        ...(cached ? ["a shared cache may give one client's cookie to all"] : []),
      ].join(", and ");
      const at = cookie.options.find(({ name }) => name === "insert")!.word.at;
      report(at, `cookie ${cookie.name.value} insert without ${missing}: ${why}`, {
        fix: { title: `add ${missing}`, safe: false, edits: [addWords(cookie.statement, missing)] },
      });
    }
  },
});
