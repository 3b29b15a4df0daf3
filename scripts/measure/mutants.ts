import fc from "fast-check";
import { grouped } from "../../parsers/core/remembered.ts";
import type { Subject } from "./fixProof.ts";

type Kind = "drop" | "double" | "swap" | "letter" | "line" | "lost" | "join" | "insert" | "number";

/** A small mistake, as a hand makes it: `at` is how far into the text, 0 to 1. */
interface Mistake {
  readonly kind: Kind;
  readonly at: number;
  readonly insert: string;
}

const mistake: fc.Arbitrary<Mistake> = fc.record({
  kind: fc.constantFrom<Kind[]>(
    "drop",
    "double",
    "swap",
    "letter",
    "line",
    "lost",
    "join",
    "insert",
    "number",
  ),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  insert: fc.constantFrom(...[..."0-!;,=\"'#{}\u00a0"], "/24", "on", "yes"),
});

function withMistake(text: string, { kind, at, insert }: Mistake): string {
  const words = [...text.matchAll(/\S+/g)];
  const word = words[Math.floor(at * words.length)] ?? words.at(-1);
  if (!word) return text + insert;
  const [start, end] = [word.index, word.index + word[0].length];
  const put = (replacement: string): string => text.slice(0, start) + replacement + text.slice(end);
  const line = text.lastIndexOf("\n", start) + 1;
  const next = text.indexOf("\n", end) + 1 || text.length;
  switch (kind) {
    case "drop":
      return put("");
    case "double":
      return put(`${word[0]} ${word[0]}`);
    case "swap":
      return put([...word[0]].reverse().join(""));
    case "letter":
      return put(word[0].slice(0, -1));
    case "line":
      return text.slice(0, next) + text.slice(line, next) + text.slice(next);
    case "lost":
      return text.slice(0, line) + text.slice(next);
    case "join":
      return put(word[0] + insert);
    case "number":
      return put(word[0].replace(/\d+/, (digits) => `${Number(digits) + 1}`));
    case "insert":
      return put(insert + word[0]);
  }
}

/** The subject with one or two mistakes in one of its files. */
const mutantOf = (subject: Subject): fc.Arbitrary<Subject> =>
  fc
    .record({
      path: fc.constantFrom(...Object.keys(subject.files)),
      mistakes: fc.array(mistake, { minLength: 1, maxLength: 2 }),
    })
    .map(({ path, mistakes }) => {
      const put = (some: readonly Mistake[]) => ({
        ...subject.files,
        [path]: some.reduce(withMistake, subject.files[path]!),
      });
      const originals = [subject.files, ...(mistakes.length > 1 ? mistakes.map((one) => put([one])) : [])];
      return { ...subject, files: put(mistakes), originals };
    });

/** Mutants of the subjects, of each kind as many, the same for the same seed. */
export function mutantsOf(subjects: readonly Subject[], count: number, seed: number): Subject[] {
  const byKind = grouped(subjects, ({ kind }) => kind);
  const of = fc
    .constantFrom(...byKind.keys())
    .chain((kind) => fc.constantFrom(...byKind.get(kind)!))
    .chain(mutantOf);
  return subjects.length === 0 ? [] : fc.sample(of, { numRuns: count, seed });
}
