import { exclusive, type Statement, type Word } from "../../parsers/core/tree.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Option, Proxy } from "../../parsers/haproxy/modelProxy.ts";
import { modelRule, type Report } from "../rule.ts";
import { ownLines } from "./effective.ts";
import { allServersWith, proxiesOf, proxiesWith } from "./lookup.ts";
import { unlessBranch } from "./servers.ts";

interface Id {
  readonly word: Word;
  readonly statement: Statement;
  readonly of: string;
}

function compare(ids: readonly Id[], report: Report): void {
  const seen = new Map<number, Id>();
  for (const one of ids) {
    const id = Number(one.word.value);
    if (one.word.hole || !/^\d+$/.test(one.word.value) || id === 0) continue;
    const first = seen.get(id);
    if (!first) seen.set(id, one);
    if (!first || exclusive(first.statement, one.statement)) continue;
    report(one.word.at, `id ${id} of ${one.of} is already that of ${first.of}`, {
      related: [{ at: first.word.at, message: "the first one" }],
      ...unlessBranch(first.statement, one.statement),
    });
  }
}

const idsOf = (options: readonly Option[], of: string): Id[] =>
  options.flatMap(({ name, args: [word], statement }) =>
    name === "id" && word ? [{ word, statement, of }] : [],
  );

const proxyIds = (proxy: Proxy): Id[] =>
  ownLines(proxy, "id").flatMap((statement) => {
    const [word] = statement.args;
    return word && proxy.kind !== "defaults"
      ? [{ word, statement, of: `${proxy.kind} ${proxy.name?.value ?? ""}` }]
      : [];
  });

export const duplicateId = modelRule({
  id: "haproxy/duplicate-id",
  severity: "error",
  summary: "An id may be given once",
  daemon: "rejects",
  format: haproxy,
  check(model, report) {
    compare(proxiesWith(model, "id").flatMap(proxyIds), report);
    for (const { servers } of proxiesOf(allServersWith(model, "id")))
      compare(
        servers.flatMap(({ options, name }) => idsOf(options, `server ${name.value}`)),
        report,
      );
    for (const { binds } of proxiesWith(model, "bind"))
      compare(
        binds.flatMap(({ options, word }) => idsOf(options, `bind ${word?.value ?? ""}`)),
        report,
      );
  },
});
