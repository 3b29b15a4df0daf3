import { settingOf } from "../../parsers/core/settings.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { modelRule } from "../rule.ts";
import { has, within } from "./servers.ts";

/** Bytes, where max_reply_length is not set. */
const defaultLongest = 255;

export const crossedReplyLengths = modelRule({
  id: "lvs/crossed-reply-lengths",
  severity: "error",
  summary: "min_reply_length must not be greater than max_reply_length",
  daemon: "rejects",
  format: keepalived,
  check({ virtualServers }, report) {
    const checkers = virtualServers.flatMap(({ realServers }) =>
      realServers.flatMap((server) => server.checkers),
    );
    for (const checker of checkers) {
      const [shortest, longest] = ["min_reply_length", "max_reply_length"].map((keyword) =>
        settingOf(within(checker, keyword).at(-1), 0, ({ value, hole }) =>
          !hole && /^\d+$/.test(value) ? Number(value) : undefined,
        ),
      );
      if (!shortest || (!longest && has(checker, "max_reply_length"))) continue;
      const limit = longest?.value ?? defaultLongest;
      if (shortest.value <= limit) continue;
      report(
        shortest.word.at,
        `min_reply_length ${shortest.value} is greater than max_reply_length ${limit}: no reply is right, and the check always fails`,
        longest ? { related: [{ at: longest.word.at, message: "the greatest length" }] } : {},
      );
    }
  },
});
