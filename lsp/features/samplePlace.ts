import type { Span } from "../../parsers/core/source.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import type { Sample } from "../../parsers/haproxy/expression.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { innerOf } from "../../parsers/haproxy/inner.ts";
import type { Acl, Expression } from "../../parsers/haproxy/modelProxy.ts";
import { flowOf } from "../../parsers/haproxy/samples.ts";
import type { SampleType } from "../../parsers/haproxy/tables.ts";
import { samplesOf } from "../../rules/haproxy/calls.ts";
import { linesNamed } from "../../rules/haproxy/lines.ts";
import type { Document } from "../../rules/rule.ts";
import { modelIn } from "../names/mention.ts";

/** A word of the languages inside haproxy's words: samples, ACLs, log formats, conditions of `.if`. */
export type SamplePart = Fetch | Converter | Other;

interface Part {
  readonly name: string;
  readonly at: Span;
}

interface Fetch extends Part {
  readonly kind: "fetch";
  /** With its arguments. */
  readonly whole: Span;
  /** Criteria such as `path_beg` may stand here too. */
  readonly inAcl: boolean;
  /** Where it is evaluated, bits of parsers/haproxy/contexts.ts. */
  readonly contexts: number;
}

interface Converter extends Part {
  readonly kind: "converter";
  readonly whole: Span;
  /** What comes before it; undefined where that is not known. */
  readonly given: SampleType | undefined;
}

interface Other extends Part {
  readonly kind: "flag" | "method" | "alias" | "predicate";
}

/** The parts of the lines that pass; none in a file of another format. */
export function samplePartsIn(document: Document, passes: (line: Span) => boolean): readonly SamplePart[] {
  const model = modelIn(document, haproxy);
  if (!model) return [];
  const places = [...model.proxies.flatMap(({ expressions }) => expressions), ...model.expressions];
  return [
    ...places.filter(({ statement }) => passes(statement.at)).flatMap(partsOf),
    ...linesNamed(model, ".if", ".elif")
      .filter(({ at }) => passes(at))
      .flatMap(predicates),
  ];
}

const partsOf = (place: Expression): SamplePart[] => [
  ...samplesOf(place).flatMap((sample) => calls(sample, place)),
  ...(place.kind === "acl" ? words(place.acl) : []),
  ...(place.kind === "format" ? place.format.items : []).flatMap(({ alias }): Other[] =>
    alias ? [{ kind: "alias", ...alias }] : [],
  ),
];

function calls(sample: Sample, { kind, contexts }: Expression): SamplePart[] {
  const inAcl = kind === "acl";
  const { fetch, converters } = sample;
  return [
    ...(fetch ? [{ ...fetch, kind: "fetch" as const, inAcl, contexts }] : []),
    ...converters.map((call, i) => ({
      ...call,
      kind: "converter" as const,
      given: flowOf({ ...sample, converters: converters.slice(0, i) }, inAcl).type,
    })),
  ];
}

/** Flags and the method; behind the last flag another one may stand as long as `--` does not end them. */
function words({ flags, method, patterns: [first] }: Acl): Other[] {
  const ended = flags.some(({ value }) => value === "--");
  return [
    ...[...flags, ...(first && !ended ? [first] : [])].map(({ value, at }) => ({
      kind: "flag" as const,
      name: value,
      at,
    })),
    ...(method ? [{ kind: "method" as const, name: method.value, at: method.at }] : []),
  ];
}

/** The names of a condition outside parentheses, where arguments stand. */
const predicates = ({ args }: Statement): Other[] =>
  args.flatMap((word) => {
    const { text, spanOf } = innerOf(word);
    const bare = text.replace(/\([^)]*\)?/g, (given) => " ".repeat(given.length));
    return [...bare.matchAll(/[A-Za-z_]\w*/g)].map(({ 0: name, index }) => ({
      kind: "predicate" as const,
      name,
      at: spanOf(index, index + name.length),
    }));
  });
