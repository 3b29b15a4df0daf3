// What the Action does (action.yml): runs halint, and tells the workflow how it ended and the step's summary what was found.
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const {
  HALINT_ARGS = ".",
  HALINT_FORMATS = "",
  HALINT_SARIF = "",
  HALINT_VERSION = "",
  GITHUB_OUTPUT,
  GITHUB_STEP_SUMMARY,
} = process.env;
const root = fileURLToPath(new URL("../..", import.meta.url));
/** GitHub takes 1 MiB for a step's summary, and nobody reads more rows. */
const mostRows = 100;

const fail = (message) => {
  process.stdout.write(`::error title=halint::${message}\n`);
  process.exit(2);
};

/** The words of a line; quotes keep blanks, nothing else is special. */
const words = (line) =>
  (line.match(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g) ?? []).map((word) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, "$1$2"),
  );

const start = (command, args, options = {}) => {
  const { status, error } = spawnSync(command, args, { stdio: "inherit", ...options });
  if (error) fail(`${command} could not be started: ${error.message}`);
  return status ?? 2;
};

/** The command that runs halint: of the npm registry, or of this very commit, which is built once a job. */
function halint() {
  if (HALINT_VERSION !== "") {
    if (!/^[\w.^~-]+$/.test(HALINT_VERSION)) fail(`version: "${HALINT_VERSION}" is no version or tag`);
    return ["npx", "--yes", `halint@${HALINT_VERSION}`];
  }
  const built = join(root, "dist/halint.js");
  if (!existsSync(built)) {
    const options = { cwd: root, stdio: ["ignore", "ignore", "inherit"] };
    if (start("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], options) !== 0)
      fail("halint could not be built");
  }
  return [process.execPath, built];
}

const cell = (text) =>
  text
    .replace(/[\\`*_[\]<>|~#]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/\s+/g, " ");

function summaryOf(findings, counts) {
  const rows = findings
    .slice(0, mostRows)
    .map(
      ({ severity, path, range, message, rule }) =>
        `| ${severity} | ${cell(`${path}:${range.start.line}`)} | ${cell(message)} | ${cell(rule)} |`,
    );
  const more = findings.length - rows.length;
  return [
    "## halint\n",
    `${counts.errors} errors, ${counts.warnings} warnings, ${counts.infos} notes\n`,
    ...(rows.length > 0 ? ["| level | place | finding | rule |", "|---|---|---|---|", ...rows, ""] : []),
    ...(more > 0 ? [`and ${more} more\n`] : []),
  ].join("\n");
}

function tell(outputs) {
  if (!GITHUB_OUTPUT) return;
  for (const [name, value] of Object.entries(outputs)) {
    const end = randomUUID();
    appendFileSync(GITHUB_OUTPUT, `${name}<<${end}\n${value}\n${end}\n`);
  }
}

const folder = mkdtempSync(join(tmpdir(), "halint-"));
const json = join(folder, "report.json");
const formats = [
  ...HALINT_FORMATS.split(/[\s,]+/).filter((name) => name !== ""),
  `json=${json}`,
  ...(HALINT_SARIF === "" ? [] : [`sarif=${HALINT_SARIF}`]),
];
const [command, ...before] = halint();
const code = start(command, [
  ...before,
  ...formats.map((format) => `--format=${format}`),
  ...words(HALINT_ARGS),
]);
const { findings } = existsSync(json) ? JSON.parse(readFileSync(json, "utf8")) : { findings: undefined };
rmSync(folder, { recursive: true });

const count = (severity) => (findings ?? []).filter((finding) => finding.severity === severity).length;
const counts = { errors: count("error"), warnings: count("warning"), infos: count("info") };
tell({
  "exit-code": code,
  ...(findings ? counts : {}),
  ...(HALINT_SARIF !== "" && existsSync(HALINT_SARIF) ? { "sarif-file": HALINT_SARIF } : {}),
});
if (GITHUB_STEP_SUMMARY)
  appendFileSync(
    GITHUB_STEP_SUMMARY,
    findings ? summaryOf(findings, counts) : "## halint\n\nhalint did not run: the log tells why.\n",
  );
process.exitCode = code;
