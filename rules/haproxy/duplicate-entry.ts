import type { Version } from "../../parsers/core/schema.ts";
import type { Setting } from "../../parsers/core/settings.ts";
import { exclusive } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import { modelRule } from "../rule.ts";
import { isSince } from "./proxies.ts";
import { unlessBranch } from "./servers.ts";

/** What a section lists by name, and since when haproxy refuses a second one. */
interface Lists {
  readonly title: string;
  readonly since: Version;
  readonly of: (model: Haproxy) => readonly (readonly { readonly name?: Setting<string> }[])[];
}

const lists: readonly Lists[] = [
  {
    title: "nameserver",
    since: "2.2",
    of: ({ resolvers }) => resolvers.map(({ nameservers }) => nameservers),
  },
  { title: "server", since: "2.2", of: ({ rings }) => rings.map(({ servers }) => servers) },
  { title: "table", since: "3.0", of: ({ peers }) => peers.map(({ tables }) => tables) },
];

export const duplicateEntry = modelRule({
  id: "haproxy/duplicate-entry",
  scope: "section",
  severity: "error",
  summary: "A section must not list two of one name",
  daemon: "rejects",
  format: haproxy,
  check(model, report, { targets }) {
    for (const { title, since, of } of lists)
      for (const entries of of(model)) {
        const seen = new Map<string, Setting<string>>();
        for (const { name } of entries) {
          if (!name || name.word.hole) continue;
          const first = seen.get(name.value);
          if (!first) seen.set(name.value, name);
          if (!first || exclusive(first.statement, name.statement)) continue;
          report(name.word.at, `there is another ${title} ${name.value} in this section`, {
            related: [{ at: first.word.at, message: "the first one" }],
            ...(isSince(targets, since)
              ? unlessBranch(first.statement, name.statement)
              : { daemon: "silent" }),
          });
        }
      }
  },
});
