import { applied } from "../../formatter/edit.ts";
import { format as edits, type Options } from "../../formatter/format.ts";
import type { Format } from "../../parsers/core/format.ts";
import { sourceOf, textOf } from "../../parsers/core/source.ts";
import type { Tree } from "../../parsers/core/tree.ts";
import { lintText } from "../support/cluster.ts";

/** The text as the formatter leaves it. */
export function formatted(format: Format, text: string, options: Options = {}): string {
  return applied(text, edits(format.parse(sourceOf("text", text)), format, options));
}

const places: ReadonlySet<string> = new Set(["at", "open", "close", "group", "source"]);

/** All that a tree says, without where it says it. */
const words = ({ statements, mistakes }: Tree): string =>
  JSON.stringify([statements, mistakes.filter(isKept)], (key, value) =>
    places.has(key) ? undefined : value,
  );

const comments = ({ comments }: Tree): string =>
  JSON.stringify(comments.map(({ at }) => textOf(at).trimEnd()));

/** The formatter mends what this rule finds. */
const isKept = ({ rule }: { readonly rule: string }): boolean => rule !== "haproxy/missing-final-newline";

const findings = (format: Format, text: string): string =>
  JSON.stringify(
    lintText(format, text)
      .filter(isKept)
      .map(({ rule, message }) => `${rule}: ${message}`)
      .sort(),
  );

const ink = (text: string): string => text.replace(/[ \t\r\n]/g, "");

/** What formatting changes besides white space; empty as it should be. */
export function changes(
  format: Format,
  text: string,
  options: Options = {},
  lints = true,
): { readonly problems: string[]; readonly changed: boolean } {
  const after = formatted(format, text, options);
  if (after === text) return { problems: [], changed: false };
  const [before, now] = [text, after].map((one) => format.parse(sourceOf("text", one))) as [Tree, Tree];
  const again = formatted(format, after, options);
  const problems = [
    ...(words(before) === words(now) ? [] : ["words"]),
    ...(comments(before) === comments(now) ? [] : ["comments"]),
    ...(ink(text) === ink(after) ? [] : ["ink"]),
    ...(again === after ? [] : ["not the same the second time"]),
    ...(lines(text) === lines(after) ? [] : ["lines"]),
    ...(lints && findings(format, text) !== findings(format, after) ? ["findings"] : []),
  ];
  return { problems, changed: true };
}

/** The lines of a text without the white space of each, and without the empty ones at its end. */
const lines = (text: string): string => JSON.stringify(text.trimEnd().split(/\r?\n/).map(ink));
