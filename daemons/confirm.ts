import { positionAt, type Source, type Span, textOf } from "../parsers/core/source.ts";
import { type Tree, walk } from "../parsers/core/tree.ts";
import type { Finding } from "../rules/rule.ts";
import type { Question, Said } from "./main.ts";

/** A question with what halint read, to hold the answer against. */
export interface Asked extends Question {
  readonly tree: Tree;
}

/**
 * Whether halint says the same: on that line (of an error, more than advice), of the block around it that the daemon has dropped,
 * or, where the daemon names no line, of what it quotes, or that it rejects the file at all.
 */
export function confirms(said: Said, { files, tree }: Asked, findings: readonly Finding[]): boolean {
  const { source, line, severity, text } = said;
  const here = findings.filter(({ at }) => files.some((file) => file.source === at.source));
  if (line === undefined) {
    const quoted = [...text.matchAll(/["'<]([^"'<>]{2,})["'>]/g)].map(([, word]) => word!);
    if (quoted.length === 0) return here.some(({ daemon }) => daemon === "rejects" || daemon === "stops");
    return here.some(({ at, message }) =>
      quoted.some((word) => message.includes(word) || textOf(at).includes(word)),
    );
  }
  const grave = here.filter(
    (finding) => severity !== "error" || finding.severity === "error" || finding.daemon !== "silent",
  );
  const onLine = (one: number, { at, related }: Finding): boolean =>
    [{ at }, ...related].some((place) => place.at.source === source && lineOf(place.at) === one);
  if (grave.some((finding) => onLine(line, finding))) return true;
  const around = blocksAround(source, line, tree);
  return grave.some(
    (finding) => /^(?:schema|syntax)\//.test(finding.rule) && around.some((one) => onLine(one, finding)),
  );
}

/** The lines on which the blocks begin that this line stands in. */
const blocksAround = (source: Source, line: number, { statements }: Tree): readonly number[] =>
  [...walk(statements)]
    .filter(({ at, block }) => block && at.source === source)
    .filter(({ at }) => lineOf(at) < line && line <= positionAt(source, at.end).line + 1)
    .map(({ at }) => lineOf(at));

const lineOf = ({ source, start }: Span): number => positionAt(source, start).line + 1;
