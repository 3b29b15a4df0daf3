import type { Colors } from "picocolors/types.js";
import { grouped } from "../parsers/core/remembered.ts";
import { rules } from "../rules/index.ts";
import type { Severity } from "../rules/rule.ts";
import { fileProblems, UsageError } from "../workspace/problems.ts";
import { didYouMean } from "../workspace/targets.ts";
import { ruleUri } from "./links.ts";
import { severityPaint } from "./reporters/pretty.ts";
import type { About } from "./reporters/reporter.ts";
import { stringify } from "./stringify.ts";
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
  if (problem) return { page: problemPage(name, problem) };
  if (rules.some(({ id }) => id === name)) return { page: (await import("./pages.ts")).pageOf(name) };
  const ids = listed().map(({ id }) => id);
  const tails = ids.filter((id) => id.endsWith(`/${name}`));
  const hint =
    tails.length > 0 ? `; did you mean ${tails.map((id) => `"${id}"`).join(" or ")}?` : didYouMean(name, ids);
  return { error: `unknown rule "${name}"${hint} (halint rules lists them)` };
}

const problemPage = (id: string, { summary, why }: { summary: string; why: string }): string =>
  `# ${id}\n\n${summary}.\n\n## Why\n\n${why}\n`;

/** What `halint explain` prints: the page of a rule, the rules of a room, or the rooms. A name that is none of them is the user's mistake. */
export async function explain(name: string | undefined, colors: Colors): Promise<string> {
  const all = listed();
  const roomOf = ({ id }: Listed): string => id.slice(0, id.indexOf("/"));
  if (name === undefined) return (await import("./rooms.ts")).roomsText(grouped(all, roomOf), colors);
  const ofRoom = all.filter((rule) => roomOf(rule) === name.replace(/\/\*?$/, ""));
  if (ofRoom.length > 0) return ofRoom.map(({ id, summary }) => `${colors.bold(id)}  ${summary}\n`).join("");
  const found = await explanation(name);
  if ("error" in found) throw new UsageError(found.error);
  return colors.isColorSupported ? (await import("./page.ts")).rendered(found.page, colors) : found.page;
}

/** What the formats tell about these rules; a rule that is unknown here is left out. */
export async function aboutRules(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, About>> {
  const { pageOf } = await import("./pages.ts");
  const known = [
    ...rules.map(({ id, severity, summary }) => ({ id, severity, summary, page: () => pageOf(id) })),
    ...Object.entries(fileProblems).map(([id, problem]) => ({
      id,
      severity: problem.severity as Severity,
      summary: problem.summary as string,
      page: () => problemPage(id, problem),
    })),
  ].filter(({ id }) => ids.has(id));
  return new Map(
    known.map(({ id, severity, summary, page }) => {
      const uri = ruleUri(id);
      return [id, { severity, summary, page: page(), ...(uri === undefined ? {} : { uri }) }] as const;
    }),
  );
}
