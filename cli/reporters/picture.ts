import { positionAt, type Span } from "../../parsers/core/source.ts";
import { managedVips } from "../../rules/cluster/managed.ts";
import type { Cluster } from "../../rules/cluster/model.ts";
import type { Finding, Severity } from "../../rules/rule.ts";
import type { Report } from "../../workspace/check.ts";
import { type Counts, countOf, plural, severities } from "../report.ts";
import { escaped, opening } from "./xml.ts";

const box = { width: 210, height: 96, gap: 40 } as const;
const rows = { vips: 16, nodes: 150, devices: 340 } as const;
const pill = { width: 190, height: 44 } as const;
const briefly: Readonly<Record<Severity, string>> = { error: "err", warning: "warn", info: "info" };
/** Characters that fit into a box. */
const fitting = 26;

/** Something that several nodes have a part in: a virtual address, a replicated device. */
interface Shared {
  readonly key: string;
  readonly note: string;
  readonly row: number;
  /** By the node's place in the cluster. */
  readonly at: readonly { readonly node: number; readonly span: Span }[];
}

/** A cluster as SVG: its nodes, what moves or is mirrored between them, and where the findings are. */
export function picture(cluster: Cluster, { findings, ownerOf }: Report): string {
  const names = cluster.nodes.map(({ name }) => name);
  const nodeOf = ({ at }: Pick<Finding, "at">): number => {
    const owner = ownerOf(at.source);
    return owner.cluster === cluster.name ? names.indexOf(owner.node) : -1;
  };
  const own = findings.filter((finding) => nodeOf(finding) >= 0);
  // Pacemaker may start an address on any of its nodes.
  const managed = managedVips(cluster);
  const vips = gathered(cluster, rows.vips, ({ vips }) =>
    [...vips, ...managed].map(({ ip, owner, by, at }) => ({ key: ip, note: `${owner} · ${by}`, span: at })),
  );
  const devices = gathered(cluster, rows.devices, ({ devices }) =>
    devices.map(({ path, owner, at }) => ({ key: path, note: `drbd ${owner}`, span: at })),
  );
  const columns = Math.max(names.length, vips.length, devices.length, 1);
  const width = columns * (box.width + box.gap) + box.gap;
  const top = vips.length > 0 ? 0 : rows.nodes - 20;
  const bottom = devices.length > 0 ? rows.devices + pill.height + 20 : rows.nodes + box.height + 70;
  const nodeX = spread(names.length, width);
  const shared = [vips, devices].flatMap((all) => {
    const x = spread(all.length, width);
    return all.map((thing, i) => ({ thing, x: x[i]! }));
  });
  return [
    `${opening("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 ${top} ${width} ${bottom - top}`, width, height: bottom - top, role: "img" })}>`,
    `<title>${escaped(cluster.name === "" ? "cluster" : cluster.name)}</title>`,
    ...shared.map(({ thing, x }) => paths(thing, x, nodeX, own)),
    ...disagreements(own, nodeOf, nodeX),
    ...shared.map(({ thing, x }) => pillOf(thing, x, own)),
    ...names.map((name, i) =>
      nodeBox(
        name,
        nodeX[i]!,
        cluster.nodes[i]!.facts.addresses.map((fact) => `${fact.label} ${fact.ip}`),
        countOf(own.filter((finding) => nodeOf(finding) === i)),
      ),
    ),
    "</svg>",
  ].join("\n");
}

/** Middles of so many things in a row. */
const spread = (count: number, width: number): number[] =>
  Array.from({ length: count }, (_, i) => ((i + 0.5) * width) / count);

type Facts = Cluster["nodes"][number]["facts"];

function gathered(
  cluster: Cluster,
  row: number,
  pick: (facts: Facts) => readonly { readonly key: string; readonly note: string; readonly span: Span }[],
): Shared[] {
  const found = new Map<string, Shared & { at: { node: number; span: Span }[] }>();
  cluster.nodes.forEach(({ facts }, node) => {
    for (const { key, note, span } of pick(facts)) {
      const known = found.get(key) ?? { key, note, row, at: [] };
      known.at.push({ node, span });
      found.set(key, known);
    }
  });
  return [...found.values()];
}

/** The gravest of findings, "" without any. */
const gravest = (findings: readonly Finding[]): Severity | "" =>
  severities.find((one) => findings.some(({ severity }) => severity === one)) ?? "";

/** Findings on the line of a word. */
const onLine = (findings: readonly Finding[], word: Span): readonly Finding[] =>
  findings.filter(
    ({ at }) =>
      at.source === word.source &&
      positionAt(at.source, at.start).line === positionAt(word.source, word.start).line,
  );

function paths(thing: Shared, x: number, nodeX: readonly number[], findings: readonly Finding[]): string {
  const above = thing.row < rows.nodes;
  const from = above ? thing.row + pill.height : thing.row;
  const to = above ? rows.nodes : rows.nodes + box.height;
  const middle = (from + to) / 2;
  return thing.at
    .map(({ node, span }) => {
      const end = nodeX[node]!;
      const d = `M${x} ${from}C${x} ${middle} ${end} ${middle} ${end} ${to}`;
      return `${opening("path", { class: `path ${gravest(onLine(findings, span))}`, d })}/>`;
    })
    .join("");
}

function pillOf({ key, note, row, at }: Shared, x: number, findings: readonly Finding[]): string {
  const there = at.flatMap(({ span }) => onLine(findings, span));
  return [
    `${opening("g", { class: `pill ${gravest(there)}`, "data-find": key, tabindex: 0 })}>`,
    `<title>${escaped(`${key} (${note}): ${plural(at.length, "place")}, ${plural(there.length, "finding")}`)}</title>`,
    `${opening("rect", { x: x - pill.width / 2, y: row, width: pill.width, height: pill.height, rx: 22 })}/>`,
    label(key, x, row + 19, "strong"),
    label(note, x, row + 35, "dim"),
    "</g>",
  ].join("");
}

function nodeBox(name: string, x: number, addresses: readonly string[], counts: Counts): string {
  const worst = severities.find((severity) => counts[severity] > 0) ?? "";
  const found = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${briefly[severity]}`);
  const lines = addresses.length > 2 ? [addresses[0]!, `and ${addresses.length - 1} more`] : addresses;
  const left = x - box.width / 2;
  const y = rows.nodes;
  return [
    `${opening("g", { class: `node ${worst}`, "data-node": name, tabindex: 0 })}>`,
    `<title>${escaped([name, ...addresses].join(" · "))}</title>`,
    `${opening("rect", { x: left, y, width: box.width, height: box.height, rx: 8 })}/>`,
    label(name === "" ? "(no name)" : name, x, y + 24, "strong"),
    ...lines.map((line, i) => label(line, x, y + 44 + i * 16, "dim")),
    label(found.length > 0 ? found.join(", ") : "no findings", x, y + 86, "count"),
    "</g>",
  ].join("");
}

/** Arcs between nodes whose files are named together by findings. */
function disagreements(
  findings: readonly Finding[],
  nodeOf: (place: Pick<Finding, "at">) => number,
  nodeX: readonly number[],
): string[] {
  const pairs = new Map<string, { from: number; to: number; all: Finding[] }>();
  for (const finding of findings)
    for (const other of new Set(finding.related.map(nodeOf))) {
      const here = nodeOf(finding);
      if (other < 0 || other === here) continue;
      const [from, to] = here < other ? [here, other] : [other, here];
      const key = `${from} ${to}`;
      const pair = pairs.get(key) ?? { from, to, all: [] };
      pair.all.push(finding);
      pairs.set(key, pair);
    }
  return [...pairs.values()].map(({ from, to, all }) => {
    const [x1, x2] = [nodeX[from]!, nodeX[to]!];
    const y = rows.nodes + box.height;
    const depth = y + 30 + 22 * (to - from);
    return [
      `${opening("g", { class: `arc ${gravest(all)}` })}>`,
      `<title>${escaped(`${plural(all.length, "finding")} between these two`)}</title>`,
      `${opening("path", { d: `M${x1} ${y}C${x1} ${depth} ${x2} ${depth} ${x2} ${y}` })}/>`,
      label(String(all.length), (x1 + x2) / 2, y + 0.75 * (depth - y) - 4, "count"),
      "</g>",
    ].join("");
  });
}

const label = (text: string, x: number, y: number, kind: string): string =>
  `${opening("text", { x, y, class: kind })}>${escaped(short(text))}</text>`;

function short(text: string): string {
  const chars = [...text];
  return chars.length > fitting ? `${chars.slice(0, fitting - 1).join("")}…` : text;
}
