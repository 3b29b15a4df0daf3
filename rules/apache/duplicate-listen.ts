import { apache } from "../../parsers/apache/index.ts";
import type { Listen } from "../../parsers/apache/model.ts";
import { modelRule } from "../rule.ts";

/** What a Listen binds: all addresses, those of one family, one address, or a name's. */
type Reach = "every" | "every4" | "every6" | "one4" | "one6" | "name";

/** What becomes of a second Listen on the port of a first: two of one reach are compared by address. */
type Outcome = "clash" | "clash unless next";

/**
 * By the reach of the first and of the second, as server/listen.c binds them where there is IPv6: `[::]` takes IPv4 too, but goes
 * before or with `0.0.0.0` where the two stand together. What is not listed runs, or hangs on what a name stands for.
 */
const outcomes: Readonly<Record<Reach, Partial<Record<Reach, Outcome>>>> = {
  every: { every6: "clash", one4: "clash", one6: "clash", name: "clash" },
  every4: { every: "clash", every6: "clash unless next", one4: "clash" },
  every6: { every: "clash unless next", one4: "clash", one6: "clash" },
  one4: { every: "clash", every4: "clash", every6: "clash" },
  one6: { every6: "clash" },
  name: {},
};

const reachOf = ({ host, family }: Listen): Reach =>
  host === undefined ? (`every${family ?? ""}` as Reach) : family ? `one${family}` : "name";

export const duplicateListen = modelRule({
  id: "apache/duplicate-listen",
  format: apache,
  severity: "error",
  summary: "An address and port must be listened on once",
  daemon: "rejects",
  check({ listens }, report) {
    const sure = listens.filter(({ conditional }) => !conditional);
    sure.forEach((listen, i) => {
      const { word } = listen;
      const before = sure.slice(0, i).filter(({ port }) => port === listen.port);
      const same = before.find((one) => one.host === listen.host && one.family === listen.family);
      if (same) {
        report(word.at, `Listen ${word.value} stands twice: Apache does not start`, {
          related: [{ at: same.word.at, message: "the first one" }],
        });
        return;
      }
      const other = before.find((one) => {
        const outcome = outcomes[reachOf(one)][reachOf(listen)];
        return outcome === "clash" || (outcome !== undefined && one !== sure[i - 1]);
      });
      if (other)
        report(
          word.at,
          `Listen ${word.value} and Listen ${other.word.value} want the same address: Apache cannot bind both and does not start`,
          { daemon: "stops", related: [{ at: other.word.at, message: "the first one" }] },
        );
    });
  },
});
