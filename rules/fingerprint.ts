import { lineText, positionAt, type Source } from "../parsers/core/source.ts";
import type { Finding } from "./rule.ts";
import { hidden, secretsOfLine } from "./secrets.ts";

/** Where a file lies however the machine's tree is called today: its node and the path inside it. */
export interface Whereabouts {
  readonly node: string;
  readonly path: string;
}

/**
 * What a finding is known by from run to run, 16 hexadecimal digits each: its rule, node, path inside the node, and the text
 * of its line, blanks evened and secrets out. Lines above, other words of the file and a message in better English do not
 * move it; a change of the line does. Findings that are equal in all of that are told apart by their order, so that each
 * run's fingerprints are unique: give all findings of the run, whatever is shown of them.
 */
export function fingerprintsOf(
  findings: readonly Finding[],
  whereabouts: (source: Source) => Whereabouts,
): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const { node, path } = whereabouts(finding.at.source);
      const key = [finding.rule, node, path, lineOf(finding)].join("\n");
      const before = seen.get(key) ?? 0;
      seen.set(key, before + 1);
      return [finding, fnv1a(before === 0 ? key : `${key}\n${before}`)] as const;
    }),
  );
}

function lineOf({ at }: Finding): string {
  const { line } = positionAt(at.source, at.start);
  return hidden(lineText(at.source, line), secretsOfLine(at.source, line)).trim().replace(/\s+/g, " ");
}

/** FNV-1a, 64 bits, over UTF-8, in two halves of 32 bits: small, pure, and far from a collision among some thousands. */
export function fnv1a(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of new TextEncoder().encode(text)) {
    low = (low ^ byte) >>> 0;
    // times 2^40 + 0x1b3
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 2 ** 32) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return hex(high) + hex(low);
}

const hex = (half: number): string => half.toString(16).padStart(8, "0");
