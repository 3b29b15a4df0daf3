import { positionAt, type Source, type Span, span } from "../parsers/core/source.ts";
import type { LevelOf } from "../rules/engine.ts";
import { guarded } from "../rules/guarded.ts";
import type { Finding } from "../rules/rule.ts";

/** Where a stretch of what was made comes from. */
export interface Piece {
  /** Its first offset in what was made. */
  readonly at: number;
  /** The range of the template. */
  readonly from: number;
  readonly to: number;
  /** It stands there character for character; otherwise it is the value of a tag. */
  readonly exact: boolean;
}

/** A text that a template makes for one host. */
export interface Rendering {
  readonly template: Source;
  readonly host: string;
  readonly pieces: readonly Piece[];
}

export type Renderings = ReadonlyMap<Source, Rendering>;

/** The level that a template's path asks for, of what it makes. */
export function levelInTemplates(levelOf: LevelOf, renderings: Renderings): LevelOf {
  const paths = new Map([...renderings].map(([{ path }, { template }]) => [path, template.path]));
  return (rule, severity, path) => levelOf(rule, severity, paths.get(path) ?? path);
}

const unused = "halint/unused-suppression";

/**
 * Findings of what templates make as findings of the templates: what several hosts have at one place is told once, and not at all where
 * the template by itself has it. A fix would have to be one of the template, so there is none.
 */
export function ofTemplates(findings: readonly Finding[], renderings: Renderings): Finding[] {
  const own = findings.filter(({ at }) => !renderings.has(at.source));
  const made = findings
    .filter(({ at }) => renderings.has(at.source))
    .map((finding) => mapped(finding, renderings));
  const told = new Set(own.map(lineOf));
  const groups = new Map<string, Told[]>();
  for (const one of made) {
    if (one.finding.rule.startsWith("halint/") || told.has(lineOf(one.finding))) continue;
    const { rule, at } = one.finding;
    const key = [at.source.path, at.start, at.end, rule, one.kind].join("\0");
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const merged = [...groups.values()].map((group) => withHosts(group, renderings));
  return [
    ...own.filter((finding) => finding.rule !== unused || isUnused(finding, made, renderings)),
    ...merged,
  ];
}

/** A finding of one host, at its place in the template. */
interface Told {
  readonly finding: Finding;
  readonly hosts: readonly string[];
  /** The message without the names of hosts. */
  readonly kind: string;
}

function mapped(finding: Finding, renderings: Renderings): Told {
  // Here, while the finding stands in the text that holds the secrets.
  const { fix: _, ...rest } = guarded(finding);
  const names = [...new Set([...renderings.values()].map(({ host }) => host))].sort(
    (a, b) => b.length - a.length,
  );
  const hostOf = ({ source }: Span): string[] =>
    renderings.has(source) ? [renderings.get(source)!.host] : [];
  return {
    finding: {
      ...rest,
      at: toTemplate(finding.at, renderings),
      related: rest.related.map(({ at, message }) => ({
        at: toTemplate(at, renderings),
        message: [message, ...hostOf(at).map((host) => `on ${host}`)].join(", "),
      })),
    },
    hosts: [...new Set([finding.at, ...finding.related.map(({ at }) => at)].flatMap(hostOf))],
    kind: names.reduce((text, name) => text.replaceAll(name, "\0"), rest.message),
  };
}

const lineOf = ({ rule, at }: Finding): string =>
  `${rule}\0${at.source.path}\0${positionAt(at.source, at.start).line}`;

/** Hosts that are named; of more, how many. */
const mostNamed = 4;

function withHosts(group: readonly Told[], renderings: Renderings): Finding {
  const [{ finding }] = group as [Told, ...Told[]];
  const hosts = [...new Set(group.flatMap((one) => one.hosts))];
  const all = new Set(
    [...renderings.values()].filter(({ template }) => template === finding.at.source).map(({ host }) => host),
  );
  const named = hosts.slice(0, mostNamed - 1);
  const list =
    hosts.length <= mostNamed
      ? [hosts.slice(0, -1).join(", "), hosts.at(-1)!].filter((one) => one !== "").join(" and ")
      : hosts.length === all.size
        ? `all ${all.size} hosts`
        : `${named.join(", ")} and ${hosts.length - named.length} more`;
  return { ...finding, message: `${finding.message} (as rendered for ${list})` };
}

/** A comment of a template is unused where it is so for every host as well. */
function isUnused(finding: Finding, made: readonly Told[], renderings: Renderings): boolean {
  const line = lineOf(finding);
  const hosts = made.filter((one) => lineOf(one.finding) === line).flatMap((one) => one.hosts);
  return [...renderings.values()].every(
    ({ template, host }) => template !== finding.at.source || hosts.includes(host),
  );
}

function toTemplate(at: Span, renderings: Renderings): Span {
  const rendering = renderings.get(at.source);
  if (!rendering) return at;
  const { template, pieces } = rendering;
  const first = pieceAt(pieces, at.start);
  const last = pieceAt(pieces, Math.max(at.start, at.end - 1));
  if (!first || !last) return span(template, 0, 0);
  const start = first.exact ? Math.min(first.to, first.from + at.start - first.at) : first.from;
  const end = last.exact ? Math.min(last.to, last.from + at.end - last.at) : last.to;
  return span(template, start, end >= start ? end : first.to);
}

/** The piece that holds an offset, or the last before it. */
function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.at <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}
