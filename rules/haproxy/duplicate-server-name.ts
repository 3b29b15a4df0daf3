import { compareVersions } from "../../parsers/core/schema.ts";
import { exclusive, type Statement, type Word } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule, type Targets } from "../rule.ts";
import { serves, titleOf } from "./proxies.ts";
import { unlessBranch } from "./servers.ts";

interface Named {
  readonly name: string;
  readonly word: Word;
  readonly statement: Statement;
  readonly template: boolean;
}

/** The names of servers and those that templates make, in the order of the text. */
const namesOf = ({ servers, templates }: Proxy): Named[] =>
  [
    ...servers.map(({ name, statement }) => ({
      name: name.value,
      word: name.word,
      statement,
      template: false,
    })),
    ...templates.flatMap(({ prefix, first, last, statement }) =>
      Array.from({ length: Math.min(Math.max(last - first + 1, 0), 1000) }, (_, i) => ({
        name: `${prefix.value}${first + i}`,
        word: prefix.word,
        statement,
        template: true,
      })),
    ),
  ].sort((a, b) => a.word.at.start - b.word.at.start);

/** Whether it has servers alone, each of another name. */
const areDistinct = ({ servers, templates }: Proxy): boolean =>
  templates.length === 0 && new Set(servers.map(({ name }) => name.value)).size === servers.length;

/** haproxy 3.3 and 3.4 do not compare with the names that templates make. */
const overlooks = ({ haproxy: version }: Targets): boolean =>
  version !== undefined && compareVersions(version, "3.3") >= 0 && compareVersions(version, "3.5") < 0;

export const duplicateServerName = modelRule({
  id: "haproxy/duplicate-server-name",
  scope: "section",
  severity: "error",
  summary: "Two servers of a proxy cannot have the same name",
  daemon: "rejects",
  format: haproxy,
  check({ proxies }, report, { targets }) {
    for (const proxy of proxies) {
      if (!serves(proxy) || areDistinct(proxy)) continue;
      const seen = new Map<string, Named>();
      for (const one of namesOf(proxy)) {
        const first = seen.get(one.name);
        if (!first) seen.set(one.name, one);
        if (!first || first.statement === one.statement || exclusive(first.statement, one.statement))
          continue;
        const quiet = (one.template || first.template) && overlooks(targets);
        report(one.word.at, `${titleOf(proxy)} has another server ${one.name}`, {
          related: [
            { at: first.word.at, message: first.template ? "made by this template" : "the first one" },
          ],
          ...(quiet ? { daemon: "silent" as const } : unlessBranch(one.statement, first.statement)),
        });
      }
    }
  },
});
