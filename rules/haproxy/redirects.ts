import type { Word } from "../../parsers/core/tree.ts";
import type { FormatPlace, Proxy, Rule } from "../../parsers/haproxy/modelProxy.ts";

/** A `redirect` or `http-request redirect`: where to, and how it is said. */
export interface Redirect {
  readonly rule: Rule;
  readonly kind: "location" | "prefix" | "scheme";
  readonly target: Word;
  readonly format?: FormatPlace;
}

export const redirectsOf = ({ rules }: Proxy): readonly Redirect[] =>
  rules.flatMap((rule): Redirect[] => {
    const { ruleset, action, args, expressions } = rule;
    if (ruleset !== "redirect" && !(ruleset === "http-request" && action === "redirect")) return [];
    const i = args.findIndex(({ value }) => /^(location|prefix|scheme)$/.test(value));
    const target = args[i + 1];
    if (i < 0 || !target) return [];
    const format = expressions.find(
      (one): one is FormatPlace => one.kind === "format" && one.word === target,
    );
    return [{ rule, kind: args[i]!.value as Redirect["kind"], target, ...(format ? { format } : {}) }];
  });
