/** Holds halint against the real daemons' verdicts on the corpus: `npm run parity [format…]`; writes docs/parity.md. */
import { readFileSync, writeFileSync } from "node:fs";
import type { Finding, Targets } from "../../rules/rule.ts";
import { formatOf, hasShared, lineOf, linesOf, lintAlone, percent, readTsv, shared } from "./corpus.ts";
import { toldLine } from "./toldLine.ts";

interface Subject {
  /** Folder in the corpus. */
  readonly corpus: string;
  readonly format: string;
  readonly targets: Targets;
  readonly daemon: string;
  /** Another release's verdicts; default: labels.tsv. */
  readonly labels?: string;
  /** The verdict that is held against `rejects`, where it is not the one of the row's `verdict`. */
  readonly verdictOf?: (row: Record<string, string>) => string;
  /** The findings that claim such a reject; default: those whose daemon rejects. */
  readonly claimsOf?: (findings: readonly Finding[], row: Record<string, string>) => readonly Finding[];
}

/**
 * crm_verify prints what the schema finds also where a CIB names none and is taken in the end: `schema_error`. That is held
 * against our rules of XML and schema. Of the others, a reject is no claim where crm_verify ends with an error for any reason:
 * the status section of a test of the scheduler gives it many.
 */
const held = ({ extra_json: extra = "{}" }: Record<string, string>): string =>
  (JSON.parse(extra) as { schema_error?: boolean }).schema_error ? "reject" : "accept";
const heldClaims: Subject["claimsOf"] = (findings, { verdict }) =>
  findings.filter(({ rule, daemon }) =>
    rule.startsWith("cib/")
      ? daemon !== "silent" && rule !== "cib/no-validation"
      : daemon === "rejects" && verdict !== "reject",
  );

/**
 * corosync reads a file and then looks whether it can start with it, on this machine: nearly every file of the corpus fails
 * there. `rejects` is said of what the reader refuses, `stops` of the rest; the labels tell the two apart.
 */
const parsed = ({ extra_json: extra = "{}", verdict = "" }: Record<string, string>): string =>
  verdict === "skip" ? verdict : (JSON.parse(extra) as { parse_ok?: boolean }).parse_ok ? "accept" : "reject";

/** What mariadbd 10.11.19 refuses of the corpus (--defaults-file=FILE --verbose --help); augeas, which made the labels, reads the syntax alone. */
const refused = /install-mariadb\.rst\.L155$|galera-backup\.rst\.L(?:156|192)$|galera-on-aws\.rst\.L171$/;
const askedOfMariadb = ({ path = "", verdict = "" }: Record<string, string>): string =>
  refused.test(path) ? "reject" : verdict;

const subjects: readonly Subject[] = [
  {
    corpus: "keepalived",
    format: "keepalived",
    targets: { keepalived: "2.2.7" },
    daemon: "keepalived 2.2.7",
  },
  { corpus: "drbd", format: "drbd", targets: { drbd: "9.22" }, daemon: "drbdadm 9.22" },
  { corpus: "ocfs2", format: "ocfs2", targets: {}, daemon: "o2cb 1.8.7" },
  { corpus: "interfaces", format: "interfaces", targets: {}, daemon: "ifupdown 0.8.41" },
  { corpus: "fstab", format: "fstab", targets: {}, daemon: "findmnt 2.38" },
  { corpus: "sysctl", format: "sysctl", targets: {}, daemon: "sysctl 4.0.2" },
  {
    corpus: "corosync",
    format: "corosync",
    targets: { corosync: "3.1.7" },
    daemon: "corosync 3.1.7",
    verdictOf: parsed,
  },
  { corpus: "crmsh", format: "crmsh", targets: {}, daemon: "crmsh 4.4.1" },
  {
    corpus: "galera",
    format: "galera",
    targets: { mariadb: "10.11.19" },
    daemon: "mariadbd 10.11.19",
    verdictOf: askedOfMariadb,
  },
  {
    corpus: "cib",
    format: "cib",
    targets: { pacemaker: "2.1.5" },
    daemon: "crm_verify 2.1.5, the schema",
    verdictOf: held,
    claimsOf: heldClaims,
  },
  { corpus: "hosts", format: "hosts", targets: {}, daemon: "augeas Hosts lens" },
  { corpus: "ldirectord", format: "ldirectord", targets: {}, daemon: "ldirectord 4.12.0" },
  { corpus: "haproxy", format: "haproxy", targets: { haproxy: "2.6.12" }, daemon: "haproxy 2.6.12" },
  {
    corpus: "haproxy",
    format: "haproxy",
    targets: { haproxy: "3.0.11" },
    daemon: "haproxy 3.0.11",
    labels: "labels-trixie.tsv",
  },
  {
    corpus: "haproxy",
    format: "haproxy",
    targets: { haproxy: "3.2.26" },
    daemon: "haproxy 3.2.26",
    labels: "labels-sid.tsv",
  },
];

interface Difference {
  readonly path: string;
  readonly daemon: string;
  readonly said: string;
}

interface Result {
  readonly subject: Subject;
  readonly files: number;
  readonly bothReject: number;
  readonly bothAccept: number;
  readonly falseAlarms: readonly Difference[];
  readonly missed: readonly Difference[];
  readonly lines: number;
  readonly linesFound: number;
  readonly otherLine: readonly Difference[];
  /** Findings of level error by rules whose daemon is silent, on files it accepts: rule → files. */
  readonly silentErrors: ReadonlyMap<string, number>;
}

const labelsOf = ({ labels = "labels.tsv" }: Subject): Record<string, string>[] =>
  readTsv(new URL(`corpus/${labels}`, shared));

function measure(subject: Subject): Result {
  const format = formatOf(subject.format);
  const falseAlarms: Difference[] = [];
  const missed: Difference[] = [];
  const otherLine: Difference[] = [];
  const silentErrors = new Map<string, number>();
  let [files, bothReject, bothAccept, lines, linesFound] = [0, 0, 0, 0, 0];
  for (const row of labelsOf(subject)) {
    const { path = "", environment, first_error_line: first = "" } = row;
    const verdict = subject.verdictOf?.(row) ?? row.verdict ?? "";
    if (!path.startsWith(`${subject.corpus}/`) || environment === "1") continue;
    if (!["accept", "warn", "reject"].includes(verdict)) continue;
    files++;
    const text = readFileSync(new URL(`corpus/${path}`, shared), "utf8");
    // The daemons were given the text of templates too, which halint reads as such by their names.
    const findings = lintAlone(format, path.replace(/\.template$/, ""), text, subject.targets);
    const rejecting =
      subject.claimsOf?.(findings, row) ?? findings.filter(({ daemon }) => daemon === "rejects");
    if (verdict === "reject") {
      if (rejecting.length > 0) bothReject++;
      else missed.push({ path, daemon: firstMessage(row), said: "" });
      if (/^\d+$/.test(first)) {
        lines++;
        const told = toldLine(subject.corpus, text, Number(first));
        if (findings.some((finding) => linesOf(finding).has(told))) linesFound++;
        else if (rejecting.length > 0)
          otherLine.push({
            path,
            daemon: `line ${first}: ${firstMessage(row)}`,
            said: rejecting.map(brief).join("; ").slice(0, 200),
          });
      }
      continue;
    }
    if (rejecting.length === 0) bothAccept++;
    else falseAlarms.push({ path, daemon: verdict, said: rejecting.map(brief).join("; ") });
    const rules = new Set(
      findings
        .filter(({ daemon, severity }) => daemon !== "rejects" && severity === "error")
        .map(({ rule }) => rule),
    );
    for (const rule of rules) silentErrors.set(rule, (silentErrors.get(rule) ?? 0) + 1);
  }
  return {
    subject,
    files,
    bothReject,
    bothAccept,
    falseAlarms,
    missed,
    lines,
    linesFound,
    otherLine,
    silentErrors,
  };
}

const brief = (finding: Parameters<typeof lineOf>[0]): string =>
  `${lineOf(finding)}: ${finding.message} [${finding.rule}]`;

function firstMessage({ messages_json: json = "[]" }: Record<string, string>): string {
  const messages = JSON.parse(json) as { severity: string; text: string; environment?: boolean }[];
  return (
    messages.find(({ severity, environment }) => severity === "error" && !environment)?.text.slice(0, 160) ??
    ""
  );
}

/** Why a difference is as it is: by path, written by hand in docs/parity-reasons.json. */
const reasons = JSON.parse(
  readFileSync(new URL("../../docs/parity-reasons.json", import.meta.url), "utf8"),
) as Record<string, string>;
const reasonFor = (path: string): string => reasons[path] ?? "";

function report(results: readonly Result[]): string {
  const rows = results.map(
    ({ subject, files, bothReject, bothAccept, falseAlarms, missed, lines, linesFound }) => {
      const agreement = percent(bothReject + bothAccept, files);
      return `| ${subject.corpus} | ${subject.daemon} | ${files} | ${bothReject} | ${bothAccept} | ${falseAlarms.length} | ${missed.length} | ${agreement} | ${percent(linesFound, lines)} of ${lines} |`;
    },
  );
  const differences = results.flatMap(({ subject, falseAlarms, missed }) => [
    ...falseAlarms.map(
      ({ path, daemon, said }) =>
        `| ${path} | ${subject.daemon}: ${daemon} | ${cell(said)} | ${cell(reasonFor(path))} |`,
    ),
    ...missed.map(
      ({ path, daemon }) => `| ${path} | rejects: ${cell(daemon)} | – | ${cell(reasonFor(path))} |`,
    ),
  ]);
  const silent = results.flatMap(({ subject, silentErrors }) =>
    [...silentErrors]
      .sort((a, b) => b[1] - a[1])
      .map(([rule, files]) => `| ${subject.corpus} | ${rule} | ${files} | ${cell(reasonFor(rule))} |`),
  );
  return `# Agreement with the daemons

Made by \`npm run parity\`; the reasons are written by hand in docs/parity-reasons.json. halint rejects where a finding says that
the daemon rejects. Files whose only faults are the machine's (missing interfaces, certificates, names) are left out.

| format | daemon | files | both reject | both accept | only halint rejects | only the daemon rejects | agreement | daemon's line found |
|---|---|---:|---:|---:|---:|---:|---:|---|
${rows.join("\n")}

## Every difference

| file | the daemon | halint | reason |
|---|---|---|---|
${differences.join("\n")}

## Errors on files that the daemon accepts in silence

| format | rule | files | who is right |
|---|---|---:|---|
${silent.join("\n")}
`;
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

if (!hasShared) console.log("parity: skipped, the corpus is not beside this checkout");
else {
  const only = process.argv.slice(2).filter((word) => !word.startsWith("-"));
  const verbose = process.argv.includes("--verbose");
  const results = subjects.filter(({ corpus }) => only.length === 0 || only.includes(corpus)).map(measure);
  if (only.length === 0) writeFileSync(new URL("../../docs/parity.md", import.meta.url), report(results));
  for (const {
    subject,
    files,
    bothReject,
    bothAccept,
    falseAlarms,
    missed,
    lines,
    linesFound,
    otherLine,
  } of results) {
    console.log(
      `${subject.corpus.padEnd(11)} ${files} files, agreement ${percent(bothReject + bothAccept, files)}, ${falseAlarms.length} false alarms, ${missed.length} missed, daemon's line ${percent(linesFound, lines)} of ${lines}`,
    );
    const shown = verbose ? [...falseAlarms, ...missed, ...otherLine] : falseAlarms;
    for (const { path, daemon, said } of shown)
      console.log(`  ${path}\n    daemon ${daemon}\n    halint ${said.slice(0, 400)}`);
  }
  const unexplained = results
    .flatMap(({ falseAlarms, missed }) => [...falseAlarms, ...missed])
    .filter(({ path }) => !reasonFor(path));
  if (unexplained.length > 0)
    console.log(`${unexplained.length} differences have no reason in docs/parity-reasons.json`);
  if (results.some(({ falseAlarms }) => falseAlarms.length > 0)) process.exitCode = 1;
}
