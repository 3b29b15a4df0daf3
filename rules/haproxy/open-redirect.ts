import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { fetchName } from "./calls.ts";
import { redirectsOf } from "./redirects.ts";

/** What the client writes freely. */
const free = /^(urlp|url_param|query|req\.cook|cook|req\.body_param|req\.body|base|url)$/;
const converters = new Set([
  "map",
  "map_str",
  "map_beg",
  "map_reg",
  "map_dom",
  "map_end",
  "map_sub",
  "map_dir",
  "map_ip",
]);

export const openRedirect = modelRule({
  id: "haproxy/open-redirect",
  scope: "section",
  severity: "warning",
  summary: "The client must not choose the host of a redirect",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    for (const { kind, target, format } of redirectsOf(model)) {
      const first = format?.format.items[0];
      const fetch = first?.sample?.fetch;
      if (kind === "scheme" || !fetch || !free.test(fetchName(fetch.name)) || fetch.name === "url") continue;
      if (first.sample!.converters.some(({ name }) => converters.has(name))) continue;
      const before = target.value.slice(0, target.value.indexOf("%"));
      if (before === "" || /^https?:\/\/$/.test(before))
        report(first.at, `${fetch.name} is what the client wrote: it can send visitors to any host`);
    }
  },
});
