/** Runs the one-mistake cases: `npm run cases [format…]`. Every mistake the daemon reports must be ours, at its line; of the silent ones most. */
import { readFileSync } from "node:fs";
import type { Finding, Targets } from "../../rules/rule.ts";
import { formatOf, hasShared, lineOf, linesOf, lintAlone, percent, readTsv, shared } from "./corpus.ts";
import { toldLine } from "./toldLine.ts";

interface Suite {
  readonly folder: string;
  /** Default: the folder's name. */
  readonly format?: string;
  readonly targets: Targets;
  /** What ends the names of the cases, where the verdicts are a VERDICTS.txt and not a table. */
  readonly extension?: string;
}

const suites: readonly Suite[] = [
  { folder: "keepalived", targets: { keepalived: "2.2.7" } },
  { folder: "drbd", targets: { drbd: "9.22" } },
  { folder: "ocfs2", targets: {} },
  { folder: "corosync", targets: { corosync: "3.1.7" }, extension: ".conf" },
  { folder: "galera", targets: { mariadb: "10.11.19" }, extension: ".cnf" },
  { folder: "pacemaker", format: "cib", targets: { pacemaker: "2.1.5" }, extension: ".xml" },
  { folder: "haproxy", targets: { haproxy: "2.6.12" } },
];

/** Cases that hold no mistake, or one of the machine alone, each with the reason: folder/file → why. */
const reasons = JSON.parse(
  readFileSync(new URL("../../docs/case-reasons.json", import.meta.url), "utf8"),
) as Record<string, string>;

function run({ folder, format: id = folder, targets, extension }: Suite): boolean {
  const format = formatOf(id);
  const read = (file: string): string => readFileSync(new URL(`cases/${folder}/${file}`, shared), "utf8");
  const findingsOf = (file: string) => lintAlone(format, file, read(file), targets, () => []);
  // A message of several lines leaves rows that name no file.
  const rows = extension
    ? readTold(new URL(`cases/${folder}/VERDICTS.txt`, shared), extension)
    : readTsv(new URL(`cases/${folder}/VERDICTS.tsv`, shared)).filter(({ verdict }) => verdict);
  const usual = spokenOnMost(rows.map(({ file = "" }) => findingsOf(file)));
  const reported = { all: 0, found: 0, atLine: 0, withLine: 0 };
  const silent = { all: 0, found: 0 };
  for (const { file = "", verdict = "", line = "", "first message": message = "" } of rows) {
    const findings = findingsOf(file);
    const tell = (what: string): void => console.log(`  ${folder}/${file}: ${what}`);
    if (reasons[`${folder}/${file}`]) continue;
    if (verdict === "accept") {
      silent.all++;
      if (findings.some(({ rule }) => !usual.has(rule))) silent.found++;
      else tell("daemon silent, halint silent");
      continue;
    }
    reported.all++;
    if (findings.some(({ rule }) => !usual.has(rule))) reported.found++;
    else tell(`only the daemon: ${line} ${message}`);
    if (!/^\d+$/.test(line)) continue;
    reported.withLine++;
    const meant = toldLine(id, read(file), Number(line));
    if (findings.some((finding) => linesOf(finding).has(meant))) reported.atLine++;
    else
      tell(
        `the daemon speaks of line ${line} (${message}), halint of ${[...new Set(findings.map(lineOf))].join(", ")}`,
      );
  }
  console.log(
    `${folder}: reported by the daemon ${reported.found} of ${reported.all}, at its line ${reported.atLine} of ${reported.withLine}; where it is silent ${silent.found} of ${silent.all} (${percent(silent.found, silent.all)})`,
  );
  return reported.found === reported.all && silent.found >= 0.8 * silent.all;
}

/** Rows of a VERDICTS.txt: the case, `rc=N`, and SILENT or what the daemon said, with `FILE:LINE:` where it named a line. */
function readTold(url: URL, extension: string): Record<string, string>[] {
  const lines = readFileSync(url, "utf8").split("\n");
  return lines.flatMap((told): Record<string, string>[] => {
    const [, name, said = ""] = /^(\S+)\s+rc=\d+\s+(.*)$/.exec(told) ?? [];
    if (!name) return [];
    const verdict = /^SILENT\b/.test(said) ? "accept" : "report";
    const line = /\.conf:(\d+): /.exec(said)?.[1] ?? "";
    return [{ file: `${name}${extension}`, verdict, line, "first message": said }];
  });
}

/** The rules that speak on most files of a suite speak of what these have in common: of no one's mistake. */
function spokenOnMost(files: readonly (readonly Finding[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const findings of files)
    for (const rule of new Set(findings.map((finding) => finding.rule)))
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > files.length / 2).map(([rule]) => rule));
}

if (!hasShared) console.log("cases: skipped, the cases are not beside this checkout");
else {
  const only = process.argv.slice(2);
  const good = suites.filter(({ folder }) => only.length === 0 || only.includes(folder)).map(run);
  if (good.includes(false)) process.exitCode = 1;
}
