import type { Source, Span } from "../parsers/core/source.ts";
import { sourcesIn } from "../parsers/core/tree.ts";
import type { Cluster } from "./cluster/model.ts";
import { missingReason } from "./halint/missing-reason.ts";
import { suppressionWithoutRule } from "./halint/suppression-without-rule.ts";
import { unknownDirective } from "./halint/unknown-directive.ts";
import { unknownRule } from "./halint/unknown-rule.ts";
import { unusedSuppression } from "./halint/unused-suppression.ts";
import type { Finding, Fix, Rule, RuleOptions } from "./rule.ts";
import { nearest } from "./schema/suggest.ts";
import {
  type Cover,
  directives,
  type Named,
  type Order,
  type Suppressions,
  suppressionsOf,
} from "./suppressComments.ts";
import { removal, withoutRule } from "./suppressEdits.ts";

interface Judging {
  /** All there are: what a comment may name. */
  readonly rules: readonly Rule[];
  readonly options: RuleOptions;
  /** Gives findings the severity that the user wants. */
  readonly levelled: (findings: readonly Finding[]) => readonly Finding[];
}

/** A file with comments for halint, and what can be said of it. */
interface Told {
  readonly suppressions: Suppressions;
  /** The file is read as its daemon reads it: what is not found in it is not there. */
  readonly whole: boolean;
  /** It is a machine's whose name is known. */
  readonly ofNode: boolean;
  /** Other machines were read with it. */
  readonly ofCluster: boolean;
}

/** `room/*` and `*` stand for many rules. */
const fits = (pattern: string, rule: string): boolean =>
  pattern === rule || pattern === "*" || (pattern.endsWith("/*") && rule.startsWith(pattern.slice(0, -1)));

/** The findings that no comment suppresses, and those about the comments themselves. A finding is suppressed where its main place stands. */
export function suppressed(
  findings: readonly Finding[],
  clusters: readonly Cluster[],
  judging: Judging,
): Finding[] {
  const told = toldIn(clusters);
  if (told.size === 0) return [...findings];
  const used = new Set<Cover>();
  const kept = unsuppressed(findings, told, used);
  const own = unsuppressed(judging.levelled(aboutOrders(told, used, judging)), told, used);
  const late = unsuppressed(judging.levelled(unused(told, used, judging)), told, used);
  return [...kept, ...own, ...late];
}

/** The comments' parts of the file that suppress a finding. */
export const coversOf = ({ at, rule }: Finding, suppressions: Suppressions | undefined): readonly Cover[] =>
  (suppressions?.covers ?? []).filter(
    ({ from, to, pattern }) => from <= at.start && at.start < to && fits(pattern, rule),
  );

function unsuppressed(
  findings: readonly Finding[],
  told: ReadonlyMap<Source, Told>,
  used: Set<Cover>,
): Finding[] {
  return findings.filter((finding) => {
    const covers = coversOf(finding, told.get(finding.at.source)?.suppressions);
    for (const cover of covers) used.add(cover);
    return covers.length === 0;
  });
}

function toldIn(clusters: readonly Cluster[]): Map<Source, Told> {
  const told = new Map<Source, Told>();
  for (const { nodes } of clusters)
    for (const node of nodes)
      for (const { tree, format, root, whole } of node.documents) {
        for (const source of sourcesIn(tree)) {
          const suppressions = suppressionsOf(source, format);
          const before = told.get(source);
          if (suppressions.orders.length === 0) continue;
          told.set(source, {
            suppressions,
            whole: (root && whole) || (before?.whole ?? false),
            ofNode: node.name !== "" || (before?.ofNode ?? false),
            ofCluster: nodes.length > 1 || (before?.ofCluster ?? false),
          });
        }
      }
  return told;
}

/** What is wrong with the comments as such. */
function aboutOrders(told: ReadonlyMap<Source, Told>, used: ReadonlySet<Cover>, judging: Judging): Finding[] {
  const ids = judging.rules.map(({ id }) => id);
  const asked = judging.options[missingReason.id] as { readonly required?: boolean } | undefined;
  return [...told.values()].flatMap(({ suppressions }) =>
    suppressions.orders.flatMap((order) => [
      ...(order.directive ? [] : [unknownOrder(order)]),
      ...(order.directive && order.directive !== "enable" && order.rules.length === 0
        ? [finding(suppressionWithoutRule, order.word, "no rule is named: nothing is suppressed")]
        : []),
      ...(order.directive
        ? order.rules
            .filter((named) => !isKnown(named, ids) && !ofDaemon.test(named.pattern))
            .map((named) => unknown(named, ids))
        : []),
      ...(asked?.required && !order.reason && suppresses(order, suppressions, used)
        ? [
            finding(
              missingReason,
              order.at,
              "no reason is given: add one after the rule, as in -- the peer is not ours",
            ),
          ]
        : []),
    ]),
  );
}

const suppresses = (order: Order, { covers }: Suppressions, used: ReadonlySet<Cover>): boolean =>
  covers.some((cover) => cover.order === order && used.has(cover));

function unknownOrder({ word, at }: Order): Finding {
  const text = at.source.text.slice(word.start, word.end);
  const near = nearest(
    text,
    directives.map((name) => `halint-${name}`),
  );
  const fix: Fix | undefined = near
    ? { title: `write ${near}`, safe: false, edits: [{ at: word, text: near }] }
    : undefined;
  return finding(
    unknownDirective,
    word,
    `${text} means nothing to halint${asking(near)}: nothing is suppressed`,
    fix,
  );
}

function unknown({ pattern, at }: Named, ids: readonly string[]): Finding {
  const near = nearest(pattern, ids);
  const fix: Fix | undefined = near
    ? { title: `write ${near}`, safe: false, edits: [{ at, text: near }] }
    : undefined;
  return finding(unknownRule, at, `there is no rule ${pattern}${asking(near)}: nothing is suppressed`, fix);
}

const isKnown = ({ pattern }: Named, ids: readonly string[]): boolean => ids.some((id) => fits(pattern, id));

/** What a real checker says (`--with-daemons`): no rule of ours, and it may be suppressed. */
const ofDaemon = /^daemon\//;

const asking = (near: string | undefined): string => (near ? ` (did you mean ${near}?)` : "");

/** Comments, and rules of them, that no finding met, where the rule had all it needs to find one. */
function unused(told: ReadonlyMap<Source, Told>, used: ReadonlySet<Cover>, { rules }: Judging): Finding[] {
  const ids = rules.map(({ id }) => id);
  return [...told.values()].flatMap((about) => {
    const { orders, covers, idle } = about.suppressions;
    const idleFindings = idle.map((order) =>
      finding(unusedSuppression, order.at, "nothing is suppressed here that this comment could end", {
        title: "remove the comment",
        safe: true,
        edits: [removal(order.at)],
      }),
    );
    const known = covers.filter((cover) => isKnown(cover, ids));
    const idleCovers = known.filter((cover) => !used.has(cover) && judged(cover.pattern, about, rules));
    return [
      ...idleFindings,
      ...orders.flatMap((order) => {
        const mine = idleCovers.filter((cover) => cover.order === order);
        const alone = mine.length === order.rules.length;
        return mine.map(({ pattern, at }) =>
          finding(unusedSuppression, at, `${pattern} finds nothing here: the comment suppresses nothing`, {
            title: alone ? "remove the comment" : `remove ${pattern} from the comment`,
            safe: true,
            edits: [alone ? removal(order.at) : withoutRule(order, at)],
          }),
        );
      }),
    ];
  });
}

/** Whether the rules had before them all that they judge by; a fragment or one machine of several proves nothing. */
function judged(pattern: string, { whole, ofNode, ofCluster }: Told, rules: readonly Rule[]): boolean {
  return rules
    .filter(({ id }) => fits(pattern, id))
    .every(
      ({ kind }) => whole && (kind !== "node" || ofNode) && (kind !== "cluster" || (ofNode && ofCluster)),
    );
}

function finding(rule: Rule, at: Span, message: string, fix?: Fix): Finding {
  const common = {
    rule: rule.id,
    severity: rule.severity,
    message,
    at,
    related: [],
    daemon: "silent",
  } as const;
  return fix ? { ...common, fix } : common;
}
