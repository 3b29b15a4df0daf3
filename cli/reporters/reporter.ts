import type { Colors } from "picocolors/types.js";
import type { Source } from "../../parsers/core/source.ts";
import type { Finding, Severity } from "../../rules/rule.ts";
import type { Report } from "../../workspace/check.ts";

/** What a format may tell about a rule. */
export interface About {
  readonly severity: Severity;
  readonly summary: string;
  /** Its page as Markdown, with a good and a bad example. */
  readonly page: string;
  /** Where the page stands on the web, if it does. */
  readonly uri?: string;
}

/** One run, as the formats get it. */
export interface Printout {
  /** With the findings that are to be printed. */
  readonly report: Report;
  /** Of halint. */
  readonly version: string;
  readonly fingerprintOf: (finding: Finding) => string;
  /** Empty unless the format asked for it (cli/output.ts). */
  readonly about: ReadonlyMap<string, About>;
  /** The path as the repository knows it: relative to its root, where it lies there, with `/`. */
  readonly pathOf: (source: Source) => string;
  /** The absolute path. */
  readonly fileOf: (source: Source) => string;
  /** Absolute path of what `pathOf` is relative to. */
  readonly root: string;
  readonly colors: Colors;
  /** Width of the terminal, where it is one. */
  readonly columns?: number;
  /** The terminal knows links (OSC 8). */
  readonly links: boolean;
}

/** A run in one format: all of the file or of what goes to standard output. */
export type Reporter = (printout: Printout) => string;
