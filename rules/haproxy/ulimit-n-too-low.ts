import { integer, settingOf } from "../../parsers/core/settings.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { modelRule } from "../rule.ts";
import { removeLine } from "./edits.ts";
import { globalLine } from "./effective.ts";

export const ulimitNTooLow = modelRule({
  id: "haproxy/ulimit-n-too-low",
  severity: "warning",
  summary: "ulimit-n must allow two file descriptors for each connection",
  daemon: "silent",
  format: haproxy,
  check(model, report) {
    const limit = settingOf(globalLine(model, "ulimit-n"), 0, integer);
    const maxconn = settingOf(globalLine(model, "maxconn"), 0, integer);
    if (!limit || !maxconn || limit.value >= 2 * maxconn.value) return;
    const message = `ulimit-n ${limit.value} is too low for maxconn ${maxconn.value}, which needs two descriptors a connection: new connections fail before that`;
    report(limit.word.at, message, {
      related: [{ at: maxconn.word.at, message: "the connections that are promised" }],
      fix: {
        title: "delete ulimit-n, which haproxy works out itself",
        safe: false,
        edits: [removeLine(limit.statement)],
      },
    });
  },
});
