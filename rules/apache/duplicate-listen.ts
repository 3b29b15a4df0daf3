import { apache } from "../../parsers/apache/index.ts";
import { modelRule } from "../rule.ts";

export const duplicateListen = modelRule({
  id: "apache/duplicate-listen",
  format: apache,
  severity: "error",
  summary: "An address and port must be listened on once",
  daemon: "rejects",
  check({ listens }, report) {
    const sure = listens.filter(({ conditional }) => !conditional);
    sure.forEach(({ host, port, word }, i) => {
      const other = sure.slice(0, i).find((one) => one.port === port && one.host === host);
      const wider = sure.find((one) => one.port === port && one.host === undefined && host !== undefined);
      if (other)
        report(word.at, `Listen ${word.value} stands twice: Apache does not start`, {
          related: [{ at: other.word.at, message: "the first one" }],
        });
      else if (wider)
        report(
          word.at,
          `Listen ${wider.word.value} has this address already: Apache cannot bind ${word.value} and does not start`,
          {
            daemon: "silent",
            related: [{ at: wider.word.at, message: "every address" }],
          },
        );
    });
  },
});
