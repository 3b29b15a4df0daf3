import { resolve } from "node:path";
import { type Asked, confirms } from "../daemons/confirm.ts";
import type { Daemon } from "../daemons/daemon.ts";
import { daemons } from "../daemons/list.ts";
import type { Answer, Question, Said } from "../daemons/main.ts";
import { distrust } from "../daemons/trust.ts";
import { linesOf, type Source, span } from "../parsers/core/source.ts";
import { isTemplated } from "../parsers/core/template.ts";
import { walk } from "../parsers/core/tree.ts";
import { atLevel } from "../rules/engine.ts";
import { guarded } from "../rules/guarded.ts";
import type { Document, Finding } from "../rules/rule.ts";
import { coversOf } from "../rules/suppress.ts";
import { suppressionsOf } from "../rules/suppressComments.ts";
import { inOrder, type Report } from "../workspace/check.ts";
import { levelsOf } from "../workspace/levels.ts";
import { whereaboutsIn } from "../workspace/whereabouts.ts";
import type { Io } from "./io.ts";
import { plain } from "./plain.ts";
import { plural } from "./report.ts";

export interface DaemonOptions {
  readonly withDaemons?: true;
  readonly trust?: true;
}

/** A configuration that a daemon is not asked about. */
interface Refused {
  readonly daemon: Daemon;
  readonly source: Source;
  readonly why: string;
}

/**
 * The report with what the real daemons say besides: of the files that may be trusted, without what only this machine lacks, and
 * without what halint has said itself. What became of the asking is told beside the findings.
 */
export async function withDaemons(
  report: Report,
  paths: readonly string[],
  options: DaemonOptions,
  io: Io,
): Promise<Report> {
  const { ask, versionOf } = await import("../daemons/main.ts");
  const { questions, refused } = questionsOf(report, paths, options, io);
  const versions = new Map<Daemon, string>();
  for (const daemon of new Set(questions.map(({ daemon }) => daemon)))
    versions.set(daemon, (await versionOf(daemon)) ?? "");
  const answers: (Answer<Asked> | undefined)[] = [];
  for (const question of questions) answers.push(await ask(question));
  const given = answers.filter((answer) => answer !== undefined);
  const about = given.flatMap(({ question, said }) =>
    said
      .filter(({ environment }) => !environment)
      .map((message) => ({ message, question, finding: findingOf(message, question, versions) })),
  );
  const added = about.filter(({ message, question }) => !confirms(message, question, report.findings));
  const kept = unsuppressed(
    added.map(({ finding }) => finding),
    report,
  );
  for (const { daemon, source, why } of refused)
    io.err(`${plain(source.path)}: ${daemon.program} was not asked: ${plain(why)}\n`);
  for (const daemon of new Set(questions.map(({ daemon }) => daemon)))
    io.err(`${told(daemon, versions, given, about, added)}\n`);
  return { ...report, findings: [...report.findings, ...kept.map(guarded)].sort(inOrder) };
}

function questionsOf(report: Report, paths: readonly string[], { trust }: DaemonOptions, { cwd }: Io) {
  const { clusters, config, renderings } = report.workspace;
  const whereabouts = whereaboutsIn(report);
  const given = [...paths.map((path) => resolve(cwd, path)), ...(config?.nodes.values() ?? [])];
  const questions: Asked[] = [];
  const refused: Refused[] = [];
  for (const { nodes } of clusters)
    for (const node of nodes)
      for (const document of node.documents) {
        const daemon = daemons.find(({ format }) => format === document.format.id);
        if (!daemon || !document.root || renderings?.has(document.tree.source)) continue;
        const main = document.tree.source;
        const files = sourcesOf(document).map((source) => ({ source, inside: whereabouts(source).path }));
        const why =
          unaskable(document) ??
          nameless(daemon, document, node.name) ??
          first(files, ({ source }) => distrust(resolve(cwd, source.path), given)) ??
          (trust ? undefined : first(files, ({ source }) => running(daemon, source)));
        if (why === undefined) questions.push({ daemon, main, files, node: node.name, tree: document.tree });
        else refused.push({ daemon, source: main, why });
      }
  return { questions, refused };
}

/** The file and all that it includes. */
const sourcesOf = ({ tree }: Document): readonly Source[] => [
  ...new Set([tree.source, ...[...walk(tree.statements)].map(({ at }) => at.source)]),
];

function unaskable({ tree, whole }: Document): string | undefined {
  if (isTemplated(tree) || [...walk(tree.statements)].some(hasHole))
    return "a template or a variable stands in it whose value is not known";
  return whole ? undefined : "not all that it includes is here";
}

const nameless = (daemon: Daemon, { tree }: Document, node: string): string | undefined =>
  node === "" && daemon.byNode?.test(tree.source.text)
    ? "it says other things to other machines, and which one this is is not known"
    : undefined;

const hasHole = ({
  keyword,
  args,
}: {
  keyword: { hole?: true };
  args: readonly { hole?: true }[];
}): boolean => keyword.hole === true || args.some(({ hole }) => hole);

function running(daemon: Daemon, source: Source): string | undefined {
  const word = daemon.runs?.(source.text);
  return word && `its check would run code (${word} in ${source.path}); --trust allows that`;
}

const first = <T>(items: readonly T[], why: (item: T) => string | undefined): string | undefined =>
  items.map(why).find((reason) => reason !== undefined);

function findingOf(
  { source, line, severity, text }: Said,
  { daemon }: Question,
  versions: ReadonlyMap<Daemon, string>,
): Finding {
  const [start, end] = stretchOf(source, line);
  return {
    rule: `daemon/${daemon.id}`,
    severity,
    message: `${[daemon.program, versions.get(daemon)].filter(Boolean).join(" ")} says: ${text}`,
    at: span(source, start, end),
    related: [],
    daemon: severity === "error" ? "rejects" : "warns",
  };
}

/** The words of a line; without one, the beginning of the file. */
function stretchOf(source: Source, line: number | undefined): readonly [number, number] {
  const starts = linesOf(source);
  const start = line === undefined ? undefined : starts[line - 1];
  if (line === undefined || start === undefined) return [0, 0];
  const text = source.text.slice(start, starts[line] ?? source.text.length);
  const words = text.trim();
  const from = start + text.indexOf(words);
  return [from, from + words.length];
}

/** Comments and levels hold for what a daemon says as for a rule. */
function unsuppressed(findings: readonly Finding[], { workspace }: Report): readonly Finding[] {
  const { config, layout } = workspace;
  const formats = new Map(
    layout.flatMap(({ nodes }) =>
      nodes.flatMap(({ files }) => files.map(({ source, format }) => [source, format] as const)),
    ),
  );
  const levelOf = config && levelsOf(config);
  return (levelOf ? findings.flatMap((finding) => atLevel(finding, levelOf)) : findings).filter((finding) => {
    const { source } = finding.at;
    const format = formats.get(source);
    return coversOf(finding, format && suppressionsOf(source, format)).length === 0;
  });
}

interface About {
  readonly question: Question;
}

/** "keepalived 2.2.7 was asked about 3 configurations: 1 new message, 2 that halint finds as well, 4 about this machine alone" */
function told(
  daemon: Daemon,
  versions: ReadonlyMap<Daemon, string>,
  answers: readonly Answer[],
  about: readonly About[],
  added: readonly About[],
): string {
  const name = [daemon.program, versions.get(daemon)].filter(Boolean).join(" ");
  const mine = answers.filter(({ question }) => question.daemon === daemon);
  if (mine.length === 0) return `${daemon.program} is not installed: not asked`;
  const failed = mine.filter((answer) => answer.failed !== undefined);
  const count = (items: readonly About[]): number =>
    items.filter(({ question }) => question.daemon === daemon).length;
  const left = mine.flatMap(({ said }) => said).filter(({ environment }) => environment).length;
  const fresh = count(added);
  return [
    `${name} was asked about ${plural(mine.length, "configuration")}: ${plural(fresh, "new message")}`,
    `${count(about) - fresh} that halint finds as well`,
    `${left} about this machine alone`,
    ...failed.map(({ question, failed: why }) => `${plain(question.main.path)}: it ${why}, no verdict`),
  ].join(", ");
}
