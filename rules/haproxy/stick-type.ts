import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { samplesOf } from "./calls.ts";
import { rulesDoing, rulesIn } from "./lookup.ts";
import { isRunning } from "./proxies.ts";
import { tablesOf } from "./stick-tables.ts";

/** Fetches of texts that are neither addresses nor numbers. */
const isText = (name: string, first: string | undefined): boolean =>
  /^((req\.|res\.)?s?cook|path|base|url|urlp|url_param|pathq|query|method|ssl_fc_sni|req\.ssl_sni)$/.test(
    name,
  ) ||
  (/^((req\.|res\.)?f?hdr)$/.test(name) &&
    /^(host|user-agent|authorization|cookie|referer)$/i.test(first ?? ""));

export const stickType = modelRule({
  id: "haproxy/stick-type",
  severity: "warning",
  summary: "The key of a table must suit the table's type",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    const tables = new Map(tablesOf(model).map(({ name, table }) => [name, table]));
    for (const { rule, proxy } of [...rulesDoing(model, /^track-sc/), ...rulesIn(model, /^stick /)]) {
      if (!isRunning(proxy)) continue;
      const at = rule.args.findIndex(({ value }) => value === "table");
      const type = tables.get((at < 0 ? proxy.name?.value : rule.args[at + 1]?.value) ?? "")?.type;
      const place = rule.expressions.find(({ kind }) => kind === "sample");
      const [sample] = place ? samplesOf(place) : [];
      const fetch = sample?.fetch;
      if (!type || !fetch || !/^(ip|ipv6|integer)$/.test(type.value) || sample.converters.length > 0)
        continue;
      if (!isText(fetch.name, fetch.args?.[0]?.value)) continue;
      const message = `${fetch.name} is text, and the table is of type ${type.value}: what is not ${type.value === "integer" ? "a number" : "an address"} is not kept`;
      report(fetch.whole, message, { related: [{ at: type.word.at, message: "the table's type" }] });
    }
  },
});
