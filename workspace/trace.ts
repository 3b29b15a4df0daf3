import type { Source } from "../parsers/core/source.ts";
import type { Finding } from "../rules/rule.ts";
import type { Sources } from "./sources.ts";

/** What a step of a run asked for and told, so that an editor's next run can tell whether it would come to the same. */
export interface Trace {
  /** All texts that were asked for, by path. */
  readonly read: ReadonlyMap<string, Source | undefined>;
  readonly problems: readonly Finding[];
}

interface Step {
  readonly sources: Sources;
  readonly report: (problem: Finding) => void;
}

/** The same, with a trace that fills as the step goes on. */
export function tracing({ sources, report }: Step): Step & { readonly trace: Trace } {
  const read = new Map<string, Source | undefined>();
  const problems: Finding[] = [];
  return {
    sources: {
      ...sources,
      read: (path) => {
        const source = sources.read(path);
        read.set(path, source);
        return source;
      },
    },
    report: (problem) => {
      problems.push(problem);
      report(problem);
    },
    trace: { read, problems },
  };
}

/** Whether all texts that were asked for are the same now. */
export const isStill = ({ read }: Trace, sources: Sources): boolean => {
  for (const [path, source] of read) if (sources.read(path) !== source) return false;
  return true;
};
