import { type Elsewhere, elsewhereOf, isSeenBy } from "../parsers/core/elsewhere.ts";
import { remembered } from "../parsers/core/remembered.ts";
import type { Cluster, Node } from "./cluster/model.ts";
import { rules as allRules } from "./index.ts";
import { sorted, unique } from "./order.ts";
import { type Judged, judgedPieces } from "./pieces.ts";
import { mistakeFinding, reporter } from "./report.ts";
import type {
  ClusterRule,
  Context,
  Document,
  DocumentRule,
  Finding,
  MistakeRule,
  ModelRule,
  NodeRule,
  Rule,
  RuleOptions,
  Severity,
  Targets,
} from "./rule.ts";
import { suppressed } from "./suppress.ts";
import { certain } from "./variants.ts";

export interface LintOptions {
  readonly targets?: Targets;
  /** For tests; default: every rule. */
  readonly rules?: readonly Rule[];
  /** Is told of a rule that failed; the others go on. Default: the failure ends the run. */
  readonly onFault?: (fault: Fault) => void;
  /** Is told of each file before it is judged. */
  readonly onFile?: (path: string) => void;
  readonly options?: RuleOptions;
  /** Another text of the same files comes soon: what is found in a section is kept for as long as the section stays as it is. */
  readonly keep?: boolean;
  /** How grave a finding is to be taken, by the user's wish; default: as the rule says. */
  readonly levelOf?: LevelOf;
}

export type Level = Severity | "off";

/** `path`: of the file in which the finding stands. */
export type LevelOf = (rule: string, severity: Severity, path: string) => Level;

/** A rule that threw, which is a mistake of halint. */
export interface Fault {
  readonly rule: string;
  readonly error: Error;
}

/** What all rules of a run share. */
interface Run {
  readonly kinds: Sorted;
  readonly context: Context;
  /** The context as text: what was found in it may be found again. */
  readonly key: string;
  /** Runs one rule; false: it failed. */
  readonly judge: (rule: Rule, check: () => void) => boolean;
  /** No rule is left out. */
  readonly everyRule: boolean;
  readonly keep: boolean;
  readonly onFile: (path: string) => void;
}

/** The rules by what they are given, so that a file meets only those that can speak of it. */
interface Sorted {
  readonly cluster: readonly ClusterRule[];
  readonly node: readonly NodeRule[];
  readonly document: readonly DocumentRule[];
  /** By the format's id. */
  readonly model: ReadonlyMap<string, readonly ModelRule<unknown>[]>;
  /** By the rule's id. */
  readonly mistake: ReadonlyMap<string, MistakeRule>;
  /** The ids of those that judge by what stands nowhere. */
  readonly byAbsence: ReadonlySet<string>;
}

const sortedByKind = remembered((rules: readonly Rule[]): Sorted => {
  const model = new Map<string, ModelRule<unknown>[]>();
  for (const rule of rules)
    if (rule.kind === "model") model.set(rule.format.id, [...(model.get(rule.format.id) ?? []), rule]);
  return {
    cluster: rules.filter((rule) => rule.kind === "cluster"),
    node: rules.filter((rule) => rule.kind === "node"),
    document: rules.filter((rule) => rule.kind === "document"),
    model,
    mistake: new Map(rules.filter((rule) => rule.kind === "mistake").map((rule) => [rule.id, rule])),
    byAbsence: new Set(rules.filter(({ byAbsence }) => byAbsence).map(({ id }) => id)),
  };
});

/** Judges clusters: every finding that no comment suppresses, in the order of files and lines, each once. */
export function lint(
  clusters: readonly Cluster[],
  { targets = {}, rules = allRules, onFault, onFile, options = {}, keep = false, levelOf }: LintOptions = {},
): Finding[] {
  const findings: Finding[] = [];
  const context: Context = { targets, options };
  const kinds = sortedByKind(rules);
  const run: Run = {
    kinds,
    context,
    key: JSON.stringify(context),
    judge: onFault ? guarded(onFault) : unguarded,
    everyRule: rules === allRules,
    keep: keep && rules === allRules,
    onFile: onFile ?? (() => {}),
  };
  for (const cluster of clusters)
    findings.push(...certain(cluster, (one) => judgedCluster(one, run), kinds.byAbsence));
  const levelled = (found: readonly Finding[]): readonly Finding[] =>
    levelOf ? found.flatMap((finding) => atLevel(finding, levelOf)) : found;
  return sorted(suppressed(levelled(unique(findings)), clusters, { rules: allRules, options, levelled }));
}

/** The findings of all rules on one cluster, in no order. */
function judgedCluster(cluster: Cluster, run: Run): Finding[] {
  const findings: Finding[] = [];
  const { kinds, context, judge } = run;
  const { targets } = context;
  for (const rule of kinds.cluster)
    judge(rule, () => rule.check(cluster, reporter(rule, targets, undefined, findings), context));
  for (const node of cluster.nodes) {
    findings.push(...judgedNode(node, cluster, run));
    for (const document of node.documents) {
      run.onFile(document.tree.source.path);
      findings.push(...judged(document, run));
    }
  }
  return findings;
}

/** The finding as grave as the user wants it; none where the user wants it off. */
export function atLevel(finding: Finding, levelOf: LevelOf): Finding[] {
  const severity = levelOf(finding.rule, finding.severity, finding.at.source.path);
  if (severity === finding.severity) return [finding];
  return severity === "off" ? [] : [{ ...finding, severity }];
}

const guarded =
  (onFault: (fault: Fault) => void): Run["judge"] =>
  (rule, check) => {
    try {
      check();
      return true;
    } catch (error) {
      onFault({ rule: rule.id, error: error as Error });
      return false;
    }
  };

const unguarded: Run["judge"] = (_, check) => {
  check();
  return true;
};

/** What was found on a machine by rules that looked at nothing else, and the rules that looked at its cluster too. */
interface ToldOfNode {
  readonly findings: readonly Finding[];
  readonly others: readonly NodeRule[];
}

const toldOfNode = remembered((_: Node) => new Map<string, ToldOfNode>());

/** The findings about one machine; those that hang on it alone stay as they are while it does. */
function judgedNode(node: Node, cluster: Cluster, run: Run): readonly Finding[] {
  const { kinds, context, key, judge } = run;
  const before = run.everyRule ? toldOfNode(node).get(key) : undefined;
  const own: Finding[] = [];
  const shared: Finding[] = [];
  const others: NodeRule[] = [];
  let failed = false;
  for (const rule of before?.others ?? kinds.node) {
    let alone = true;
    const found: Finding[] = [];
    const around = {
      ...context,
      get cluster(): Cluster {
        alone = false;
        return cluster;
      },
    };
    failed =
      !judge(rule, () => rule.check(node, reporter(rule, context.targets, undefined, found), around)) ||
      failed;
    (alone ? own : shared).push(...found);
    if (!alone) others.push(rule);
  }
  if (before) return [...before.findings, ...own, ...shared];
  if (run.everyRule && !failed) toldOfNode(node).set(key, { findings: own, others });
  return [...own, ...shared];
}

const earlier = remembered((_: Document) => new Map<string, readonly Finding[]>());

/** The findings of one file, which stay as they are while it does and the versions are the same. */
function judged(document: Document, run: Run): readonly Finding[] {
  const known = earlier(document);
  const before = run.everyRule ? known.get(run.key) : undefined;
  if (before) return before;
  const { findings, failed } = lintDocument(document, run);
  if (run.everyRule && !failed) known.set(run.key, findings);
  return findings;
}

/** The findings of one file: mistakes of the grammar, schema rules and the format's own rules. */
function lintDocument(document: Document, run: Run): Judged {
  const { kinds, context, key, keep } = run;
  const mistakes = document.tree.mistakes.flatMap((mistake) => {
    const rule = kinds.mistake.get(mistake.rule);
    return rule ? [mistakeFinding(mistake, rule, document, context.targets)] : [];
  });
  const { format, tree } = document;
  const rules = [...kinds.document, ...(kinds.model.get(format.id) ?? [])];
  const pieces = keep ? format.pieces?.(tree, document.model) : undefined;
  const judgedParts = pieces
    ? [
        applied(document, rules.filter(isOfFile), run),
        judgedPieces(document, pieces, key, (part) => applied(part, rules.filter(isOfSection), run)),
      ]
    : [applied(document, rules, run)];
  const findings = [...mistakes, ...judgedParts.flatMap((one) => one.findings)];
  const silent = (finding: Finding): Finding => ({ ...finding, daemon: "silent" });
  const others = elsewhereOf(tree).map((other) => judgedElsewhere(document, other, run));
  return {
    findings: [
      ...(format.untested?.(tree) ? findings.map(silent) : findings),
      ...others.flatMap((one) => one.findings),
    ],
    failed: [...judgedParts, ...others].some((one) => one.failed),
  };
}

/** What machines of another name find in the lines that only they read. */
function judgedElsewhere(document: Document, other: Elsewhere, run: Run): Judged {
  const { tree } = other;
  const whole = document.whole && other.whole;
  const { findings, failed } = lintDocument(
    { ...document, tree, model: document.format.model(tree), whole },
    run,
  );
  return { findings: findings.filter(({ at }) => isSeenBy(other, at)), failed };
}

const isOfSection = ({ scope }: Rule): boolean => scope === "section";
const isOfFile = (rule: Rule): boolean => !isOfSection(rule);

/** What these rules find in a file or in a section of it. */
function applied(
  document: Document,
  rules: readonly (DocumentRule | ModelRule<unknown>)[],
  { context, judge }: Run,
): Judged {
  const findings: Finding[] = [];
  const around = { ...context, document };
  let failed = false;
  for (const rule of rules) {
    const report = reporter(rule, context.targets, document, findings);
    const check = (): void =>
      rule.kind === "document"
        ? rule.check(document, report, context)
        : rule.check(document.model, report, around);
    failed = !judge(rule, check) || failed;
  }
  return { findings, failed };
}
