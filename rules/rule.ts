import type { Format } from "../parsers/core/format.ts";
import type { Verdict, VerdictByVersion, Version } from "../parsers/core/schema.ts";
import type { Span } from "../parsers/core/source.ts";
import type { Tree } from "../parsers/core/tree.ts";
import type { Cluster, Node } from "./cluster/model.ts";

export type Severity = "error" | "warning" | "info";

export interface Edit {
  readonly at: Span;
  readonly text: string;
}

export interface Fix {
  /** Imperative: "rename to router_id". */
  readonly title: string;
  /** Meaning kept, or only one right answer; otherwise offered, never applied by itself. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

export interface Related {
  readonly at: Span;
  readonly message: string;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly at: Span;
  readonly related: readonly Related[];
  readonly fix?: Fix;
  /** What the daemon itself does with it. */
  readonly daemon: Verdict;
}

/** What a rule may add to a finding. */
export interface Details {
  readonly related?: readonly Related[];
  readonly fix?: Fix;
  /** Where this finding is graver or lighter than the rule's own. */
  readonly severity?: Severity;
  readonly daemon?: Verdict;
}

export type Report = (at: Span, message: string, details?: Details) => void;

/** The versions the user named: { keepalived: "2.2.7", drbd: "9.22" }. */
export type Targets = Readonly<Record<string, Version>>;

/** What the daemon does, or "by format" where the format's schema says it. */
export type DaemonVerdict = VerdictByVersion | "by format";

interface RuleMeta {
  /** `room/problem`, a noun phrase that reads well after "allow". */
  readonly id: string;
  readonly severity: Severity;
  /** One sentence, as the page's first line. */
  readonly summary: string;
  readonly daemon: DaemonVerdict;
  /**
   * "section": what it finds in a section hangs on that section alone, with the file's global settings and defaults, so that a
   * file may be given to it section by section. test/haproxy/pieces.test.ts holds it.
   */
  readonly scope?: "section";
  /** Judges by what stands nowhere: any line that is not known may hold it. */
  readonly byAbsence?: true;
  /** JSON Schema of what a halint.config may set for it; absent: it has no options. */
  readonly options?: object;
}

/** One whole file of a format, as its daemon reads it (includes followed). */
export interface Document<Model = unknown> {
  readonly format: Format<Model>;
  readonly tree: Tree;
  readonly model: Model;
  /** Path inside the node's root: "/etc/keepalived/keepalived.conf"; the given path for a lone file. */
  readonly path: string;
  /** A file that its daemon opens by itself; otherwise a part of one, of which nothing is said to be missing. */
  readonly root: boolean;
  /** No file that its includes name is unknown: what is not there is really missing. */
  readonly whole: boolean;
}

/** By the rule's id: what a halint.config sets for it, of the shape that the rule's `options` ask for. */
export type RuleOptions = Readonly<Record<string, unknown>>;

export interface Context {
  readonly targets: Targets;
  readonly options: RuleOptions;
}

/** Judges one file by its format's model. */
export interface ModelRule<Model> extends RuleMeta {
  readonly kind: "model";
  readonly format: Format<Model>;
  readonly check: (
    model: Model,
    report: Report,
    context: Context & { readonly document: Document<Model> },
  ) => void;
}

/** Judges any file by its schema or tree. */
export interface DocumentRule extends RuleMeta {
  readonly kind: "document";
  readonly check: (document: Document, report: Report, context: Context) => void;
}

/** Judges one machine: all its files together. */
export interface NodeRule extends RuleMeta {
  readonly kind: "node";
  readonly check: (node: Node, report: Report, context: Context & { readonly cluster: Cluster }) => void;
}

/** Judges all machines together. */
export interface ClusterRule extends RuleMeta {
  readonly kind: "cluster";
  readonly check: (cluster: Cluster, report: Report, context: Context) => void;
}

/** Found while reading: the parser makes a `Mistake` of this id, or a comment for halint is not as it should be. */
export interface MistakeRule extends RuleMeta {
  readonly kind: "mistake";
}

// biome-ignore lint/suspicious/noExplicitAny: the list holds rules of every model
export type Rule = ModelRule<any> | DocumentRule | NodeRule | ClusterRule | MistakeRule;

/** A rule over one format's model, with the model's type taken from the format. */
export const modelRule = <Model>(rule: Omit<ModelRule<Model>, "kind">): ModelRule<Model> => ({
  kind: "model",
  ...rule,
});
export const documentRule = (rule: Omit<DocumentRule, "kind">): DocumentRule => ({
  kind: "document",
  ...rule,
});
export const nodeRule = (rule: Omit<NodeRule, "kind">): NodeRule => ({ kind: "node", ...rule });
export const clusterRule = (rule: Omit<ClusterRule, "kind">): ClusterRule => ({ kind: "cluster", ...rule });
export const mistakeRule = (rule: Omit<MistakeRule, "kind">): MistakeRule => ({ kind: "mistake", ...rule });
