import type { Word } from "../../parsers/core/tree.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import type { FormatPlace, Proxy, Rule } from "../../parsers/haproxy/modelProxy.ts";
import { rulesDoing, rulesIn } from "./lookup.ts";

/** A `redirect` or `http-request redirect`: where to, and how it is said. */
export interface Redirect {
  readonly rule: Rule;
  readonly proxy: Proxy;
  readonly kind: "location" | "prefix" | "scheme";
  readonly target: Word;
  readonly format?: FormatPlace;
}

export const redirectsOf = (model: Haproxy): readonly Redirect[] =>
  [...rulesIn(model, "redirect"), ...rulesDoing(model, "redirect")].flatMap(({ rule, proxy }): Redirect[] => {
    const { ruleset, action, args, expressions } = rule;
    if (ruleset !== "redirect" && !(ruleset === "http-request" && action === "redirect")) return [];
    const i = args.findIndex(({ value }) => /^(location|prefix|scheme)$/.test(value));
    const target = args[i + 1];
    if (i < 0 || !target) return [];
    const format = expressions.find(
      (one): one is FormatPlace => one.kind === "format" && one.word === target,
    );
    return [{ rule, proxy, kind: args[i]!.value as Redirect["kind"], target, ...(format ? { format } : {}) }];
  });
