import { cover } from "../../parsers/core/source.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { entry, knownAt, tables } from "../../parsers/haproxy/tables.ts";
import { modelRule } from "../rule.ts";
import { linesNamed } from "./lines.ts";
import { suggestion } from "./suggestion.ts";

const token = /^(?:[\s!()]|&&|\|\||-?\d+(?![\w.])|([A-Za-z_]\w*))/;

/** The predicates of a condition, up to what cannot be read (src/cfgcond.c); arguments are passed over. */
function predicatesOf(text: string): string[] {
  const names: string[] = [];
  let rest = text;
  while (rest !== "") {
    const match = token.exec(rest);
    if (!match) break;
    const [whole, name] = match;
    rest = rest.slice(whole.length);
    if (name === undefined) continue;
    names.push(name);
    const args = /^\([^()"'\\]*\)/.exec(rest);
    if (!args && rest.startsWith("(")) break;
    rest = rest.slice(args?.[0].length ?? 0);
  }
  return names;
}

export const conditionPredicate = modelRule({
  id: "haproxy/condition-predicate",
  scope: "section",
  severity: "error",
  summary: "A condition of .if is made of predicates that haproxy knows",
  daemon: "rejects",
  format: haproxy,
  check({ statements }, report, { targets }) {
    for (const { keyword, args, branch } of linesNamed({ statements }, ".if", ".elif")) {
      const [first, last] = [args[0], args.at(-1)];
      if (!first || !last || args.some(({ hole }) => hole)) continue;
      const sure = keyword.value === ".if" && !branch?.outer;
      for (const name of predicatesOf(args.map(({ value }) => value).join(" "))) {
        const known = entry(tables.predicates, name);
        if (known && knownAt(known, targets.haproxy)) continue;
        const word = args.find(({ value }) => new RegExp(`(^|\\W)${name}($|\\W)`).test(value));
        const at = word?.value === name ? word.at : cover(first.at, last.at);
        const why = known ? `needs haproxy ${known.since}` : "is no predicate";
        report(at, `${name} ${why}: the condition cannot be read`, {
          ...(known ? {} : suggestion(at, name, Object.keys(tables.predicates))),
          daemon: sure ? "rejects" : "silent",
        });
        break;
      }
    }
  },
});
