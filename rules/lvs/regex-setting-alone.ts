import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { has, isComplete, within } from "./servers.ts";

export const regexSettingAlone = modelRule({
  id: "lvs/regex-setting-alone",
  severity: "warning",
  summary: "Settings of a regex need one",
  daemon: "silent",
  format: keepalived,
  check({ virtualServers }, report, { document }) {
    if (!document.whole) return;
    const checkers = virtualServers.flatMap(({ realServers }) =>
      realServers.flatMap((server) => server.checkers),
    );
    for (const url of checkers.flatMap(({ urls }) => urls)) {
      if (!isComplete(url) || has(url, "regex")) continue;
      const [setting] = within(
        url,
        "regex_options",
        "regex_no_match",
        "regex_min_offset",
        "regex_max_offset",
        "regex_stack",
      );
      if (setting)
        report(
          setting.at,
          `${setting.keyword.value} is ignored: the url has no regex, and the page is not looked at`,
        );
    }
  },
});
