import type { Colors } from "picocolors/types.js";
import { rules } from "../rules/index.ts";
import type { Severity } from "../rules/rule.ts";
import { fileProblems } from "../workspace/problems.ts";
import { nearest } from "../workspace/targets.ts";
import { stringify } from "./json.ts";
import { severityPaint } from "./pretty.ts";
import { verdictText } from "./verdict.ts";

interface Listed {
  readonly id: string;
  readonly severity: Severity;
  readonly daemon: string;
  readonly summary: string;
}

/** Every rule, and the problems that halint has with files as such. */
const listed = (): Listed[] => [
  ...rules.map(({ id, severity, daemon, summary }) => ({
    id,
    severity,
    daemon: verdictText(daemon),
    summary,
  })),
  ...Object.entries(fileProblems).map(([id, { severity, summary }]) => ({
    id,
    severity,
    daemon: "–",
    summary,
  })),
];

export function rulesTable(colors: Colors): string {
  const all = listed();
  const widest = (pick: (rule: Listed) => string): number =>
    Math.max(...all.map((rule) => pick(rule).length));
  const [id, daemon] = [widest((rule) => rule.id), widest((rule) => rule.daemon)];
  return all
    .map((rule) => {
      const severity = severityPaint(colors)[rule.severity](rule.severity.padEnd(7));
      return `${rule.id.padEnd(id)}  ${severity}  ${rule.daemon.padEnd(daemon)}  ${rule.summary}\n`;
    })
    .join("");
}

export const rulesJson = (): string => stringify(listed());

/** The page of a rule, or what is the matter with its name. */
export async function explanation(
  name: string,
): Promise<{ readonly page: string } | { readonly error: string }> {
  const problem = Object.entries(fileProblems).find(([id]) => id === name)?.[1];
  if (problem) return { page: `# ${name}\n\n${problem.summary}.\n\n## Why\n\n${problem.why}\n` };
  if (rules.some(({ id }) => id === name)) return { page: (await import("./pages.ts")).pageOf(name) };
  const ids = listed().map(({ id }) => id);
  const tails = ids.filter((id) => id.endsWith(`/${name}`));
  const hint =
    tails.length > 0 ? `; did you mean ${tails.map((id) => `"${id}"`).join(" or ")}?` : nearest(name, ids);
  return { error: `unknown rule "${name}"${hint} (halint rules lists them)` };
}
