import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Verdict } from "../../parsers/core/schema.ts";
import { positionAt } from "../../parsers/core/source.ts";
import { corosync } from "../../parsers/corosync/index.ts";
import { lintText } from "../support/cluster.ts";

interface Case {
  /**
   * What corosync 3.1.7 did: `rejects` with a line of the file, `stops` with a message of its own or, where -t does not ask
   * votequorum, at a start in a namespace, `warns` or `silent`.
   */
  readonly verdict: Verdict;
  readonly line?: number;
  /** Changes of the sound file: line from 1, lines taken out, lines put in. */
  readonly edits: readonly (readonly [number, number, readonly string[]])[];
}

const cases = JSON.parse(readFileSync(new URL("verdicts.json", import.meta.url), "utf8")) as Record<
  string,
  Case
>;
const sound = readFileSync(new URL("sound.conf", import.meta.url), "utf8").split("\n");

const textOf = ({ edits }: Case): string => {
  const lines = [...sound];
  for (const [line, count, put] of [...edits].reverse()) lines.splice(line - 1, count, ...put);
  return lines.join("\n");
};

const order: readonly Verdict[] = ["rejects", "stops", "warns", "silent"];

describe("what corosync 3.1.7 said of a file with one change", () => {
  test.each(Object.entries(cases))("%s", (_, one) => {
    const findings = lintText(corosync, textOf(one), { corosync: "3.1.7" });
    const ours = order.find((verdict) => findings.some(({ daemon }) => daemon === verdict)) ?? "silent";
    expect(ours).toBe(one.verdict);
    if (one.line === undefined) return;
    const lines = findings.flatMap(({ at, related }) =>
      [at, ...related.map((other) => other.at)].map(
        (place) => positionAt(place.source, place.start).line + 1,
      ),
    );
    expect(lines).toContain(one.line);
  });
});
