import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Option } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule } from "../rule.ts";

/** Options that add up. */
const cumulative = /^(crt|crt-list|default-crt|set-proxy-v2-tlv-fmt|no-.*|force-.*)$/;

export const repeatedOption = modelRule({
  id: "haproxy/repeated-option",
  scope: "section",
  severity: "warning",
  summary: "An option should stand once on its bind or server line",
  daemon: "silent",
  format: haproxy,
  check({ proxies }, report) {
    const look = (options: readonly Option[]): void => {
      if (options.length < 2) return;
      for (const [i, option] of options.entries()) {
        if (option.unknown || cumulative.test(option.name)) continue;
        const last = options.slice(i + 1).findLast(({ name }) => name === option.name);
        if (!last || options.slice(0, i).some(({ name }) => name === option.name)) continue;
        const words = (one: Option): string => one.args.map(({ value }) => value).join(" ");
        const what =
          words(option) === words(last)
            ? "stands twice"
            : `${words(option)} is overridden by ${last.name} ${words(last)}`;
        report(option.word.at, `${option.name} ${what}`, {
          related: [{ at: last.word.at, message: "this one counts" }],
        });
      }
    };
    for (const { binds, servers, templates, defaultServers } of proxies)
      for (const { options } of [...binds, ...servers, ...templates, ...defaultServers]) look(options);
  },
});
