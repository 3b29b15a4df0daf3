/**
 * Correct clusters with one mistake each, asked of halint: `npm run faults [seed [pattern]]`. The generator and the judge
 * lie beside the checkout; the pattern chooses mutations by their line of JSON. Prints the scores, what was not found and
 * what was told of changes that are none; fails on a crash and on such an alarm.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hasShared, shared } from "./corpus.ts";

/** One line of what the judge writes. */
interface Result {
  readonly id: string;
  readonly label: "harmful" | "benign";
  readonly class: string;
  readonly detected: boolean;
  readonly crashed: boolean;
  readonly file: string;
  readonly line: number;
  readonly before?: string;
  readonly after?: string;
  readonly diags: readonly { readonly msg: string }[];
}

const [seed = "1", only = "."] = process.argv.slice(2);
const bench = fileURLToPath(new URL("faultbench/", shared));
const halint = fileURLToPath(new URL("../../dist/halint.js", import.meta.url));

/** Without the messages, which quote what was changed: a place and a rule tell whether a finding is new. */
const checker = `cd {tree} && '${process.execPath}' '${halint}' . --format compact > {tree}.out; status=$?; sed -E 's/: (error|warning|info): .* \\[/: \\1 [/' {tree}.out; exit $status`;

const show = ({ id, class: of, file, line, before = "", after = "" }: Result): string =>
  `  ${id} ${of} ${file}:${line}: ${before.trim()} -> ${after.trim()}`;

function measure(folder: string): readonly Result[] {
  const node = (script: string, ...args: string[]): void => {
    execFileSync(process.execPath, [join(bench, script), ...args], { cwd: folder, stdio: "inherit" });
  };
  const trees = join(bench, "trees");
  node("generate.mjs", "--trees", trees, "--seed", seed, "--out", "mutations.jsonl");
  execFileSync("cp", ["-r", trees, join(folder, "trees")]);
  execFileSync("chmod", ["-R", "u+w", join(folder, "trees")]);
  node(
    "run.mjs",
    ...["--trees", "trees", "--mutations", "mutations.jsonl"],
    ...["--work", join(folder, "work"), "--only", only, "--checker", checker, "--out", "results.jsonl"],
  );
  node("score.mjs", "results.jsonl");
  const lines = readFileSync(join(folder, "results.jsonl"), "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Result);
}

function main(): void {
  if (!hasShared) {
    console.log("faults: skipped, ../shared is not there");
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "halint-faults-"));
  try {
    const results = measure(folder);
    const harmful = results.filter(({ label }) => label === "harmful");
    const missed = harmful.filter(({ detected }) => !detected);
    const alarms = results.filter(({ label, detected }) => label === "benign" && detected);
    const crashed = results.filter((one) => one.crashed);
    console.log("Not found:", missed.map((one) => `\n${show(one)}`).join(""));
    for (const one of alarms)
      console.log(`False alarm:\n${show(one)}\n    ${one.diags.map(({ msg }) => msg).join("\n    ")}`);
    for (const one of crashed) console.log(`Crashed:\n${show(one)}`);
    console.log(
      `faults, seed ${seed}: ${harmful.length - missed.length} of ${harmful.length} found, ${alarms.length} false alarms, ${crashed.length} crashes`,
    );
    process.exitCode = alarms.length + crashed.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
