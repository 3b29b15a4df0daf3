import { once } from "../../parsers/core/remembered.ts";
import { textOf } from "../../parsers/core/source.ts";
import { postgresql } from "../../parsers/postgresql/index.ts";
import { modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";

const known = once(() => {
  const { names = {}, places } = postgresql.schema;
  return new Set([
    ...Object.keys(places.file?.keywords ?? {}),
    ...(names.parameter?.known ?? []),
    ...(names["other parameter"]?.known ?? []),
  ]);
});
/** Parameters of servers that are made from PostgreSQL. */
const forks = /^(?:gp|edb|optimizer|citus|polar|pgxc)_/;

export const unknownParameter = modelRule({
  id: "postgresql/unknown-parameter",
  format: postgresql,
  severity: "error",
  summary: "A parameter must be one that PostgreSQL knows",
  daemon: "rejects",
  check(_, report, { document, targets }) {
    for (const { keyword } of document.tree.statements) {
      const name = keyword.value;
      if (keyword.hole || known().has(name) || name.includes(".")) continue;
      const written = textOf(keyword.at);
      const guess = sameLetters(name) ?? nearest(name, known());
      if (!guess && forks.test(name)) continue;
      const hint = guess ? `, did you mean ${guess}?` : "";
      report(keyword.at, `PostgreSQL has no parameter ${written}, with which it does not start${hint}`, {
        ...(guess
          ? { fix: { title: `rename to ${guess}`, safe: false, edits: [{ at: keyword.at, text: guess }] } }
          : targets.postgresql
            ? {}
            : { severity: "warning" as const }),
      });
    }
  },
});

/** The one parameter that has these letters, hyphens and underscores aside. */
function sameLetters(name: string): string | undefined {
  const letters = (text: string): string => text.replace(/[-_]/g, "");
  const found = [...known()].filter((one) => letters(one) === letters(name));
  return found.length === 1 ? found[0] : undefined;
}
