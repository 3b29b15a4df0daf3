import type { Word } from "../../parsers/core/tree.ts";
import type { Colocation, Pacemaker, ResourceRef } from "../../parsers/pacemaker/model.ts";
import { type Edge, edgesOf, isMandatory } from "./orderEdges.ts";
import { pacemakerRule } from "./rule.ts";

export const constraintLoop = pacemakerRule({
  id: "pacemaker/constraint-loop",
  severity: "error",
  summary: "Orders must not run in a circle, and colocations must not contradict each other",
  daemon: "silent",
  check(model, report) {
    const edges = model.orders.map((order) => ({ order, edges: edgesOf(order) }));
    const own = edges.map(({ edges }) => edges.filter(({ from, to }) => from === to));
    for (const { word } of own.flat()) report(word.at, `${word.value} is to act before itself`);
    const proper = edges.flatMap(({ order, edges }, i) =>
      isMandatory(order) && own[i]!.length === 0 ? edges : [],
    );
    for (const circle of circles([...proper, ...implied(model)])) {
      const parts = [...new Set(circle.flatMap(({ order }) => order ?? []))];
      const last = parts.reduce((a, b) => (b.statement.at.start > a.statement.at.start ? b : a));
      const names = [...circle, circle[0]!].map(({ from }) => nameOf(from)).join(" → ");
      report(last.id.at, `${last.id.value} closes a circle of orders: ${names}`, {
        related: parts
          .filter((one) => one !== last)
          .map(({ id }) => ({ at: id.at, message: "part of the circle" })),
      });
    }
    reportContradictions(model.colocations, report);
  },
});

const nameOf = (key: string): string => key.replace(/ start$/, "").replace(" ", ":");

/** A group starts its members in order; a resource is promoted after it has started. */
const implied = ({ groups, orders }: Pacemaker): Edge[] => [
  ...groups.flatMap(({ members }) =>
    members
      .slice(1)
      .map((member, i) => ({ from: `${members[i]!.value} start`, to: `${member.value} start` })),
  ),
  ...orders
    .flatMap(({ first, then }) => [first, then])
    .flatMap((reference) =>
      reference?.action?.value === "promote"
        ? [{ from: `${reference.resource.value} start`, to: `${reference.resource.value} promote` }]
        : [],
    ),
];

/** The circles of edges, each found once: from every edge that leads back to what came before it. */
function circles(edges: readonly Edge[]): readonly (readonly Edge[])[] {
  const next = new Map<string, Edge[]>();
  for (const edge of edges) next.set(edge.from, [...(next.get(edge.from) ?? []), edge]);
  const found: Edge[][] = [];
  const done = new Set<string>();
  for (const start of next.keys()) {
    // Depth first, with a stack of its own: a chain of orders may be long.
    const path: Edge[] = [];
    const places = new Map([[start, 0]]);
    const ahead = [[...(done.has(start) ? [] : (next.get(start) ?? []))]];
    while (ahead.length > 0) {
      const edge = ahead.at(-1)!.shift();
      if (!edge) {
        ahead.pop();
        const left = path.pop();
        const node = left?.to ?? start;
        done.add(node);
        places.delete(node);
        continue;
      }
      const seen = places.get(edge.to);
      if (seen !== undefined) found.push([...path.slice(seen), edge]);
      if (seen !== undefined || done.has(edge.to)) continue;
      path.push(edge);
      places.set(edge.to, path.length);
      ahead.push([...(next.get(edge.to) ?? [])]);
    }
  }
  return found.filter((circle) => circle.some(({ order }) => order));
}

const infinite = 1_000_000;
const role = (reference: ResourceRef): string => reference.role?.value.toLowerCase() ?? "started";
const pairOf = ({ resource, with: other }: Colocation): string[] | undefined =>
  resource && other && !resource.resource.hole && !other.resource.hole
    ? [`${resource.resource.value} ${role(resource)}`, `${other.resource.value} ${role(other)}`]
    : undefined;

function reportContradictions(
  colocations: readonly Colocation[],
  report: (
    at: Word["at"],
    message: string,
    details?: { related: { at: Word["at"]; message: string }[] },
  ) => void,
): void {
  const seen = new Map<string, Colocation>();
  for (const one of colocations) {
    const pair = pairOf(one);
    const score = one.score?.value;
    if (!pair) continue;
    if (pair[0] === pair[1])
      report(one.id.at, `${one.id.value} places ${one.resource!.resource.value} with itself`);
    if (score === undefined || Math.abs(score) < infinite) continue;
    const key = [...pair].sort().join(" ");
    const first = seen.get(key);
    if (!first) seen.set(key, one);
    else if (first.score!.value === -score)
      report(
        one.id.at,
        `${one.id.value} and ${first.id.value} contradict each other: one keeps ${one.resource!.resource.value} and ${one.with!.resource.value} together, the other apart`,
        { related: [{ at: first.id.at, message: "the other one" }] },
      );
  }
}
