/**
 * Tries every fix on the corpus, on the examples and rule pages, and on 2,000 mutants of them:
 * `npm run proof:fixes -- [COUNT] [KIND…]`, a kind being a format, `clusters` or `pages`. Ends with 1 where a fix is wrong.
 */
import { grouped } from "../../parsers/core/remembered.ts";
import { proofOf, type Sight } from "./fixProof.ts";
import { allSubjects } from "./fixSubjects.ts";
import { mutantsOf } from "./mutants.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The sights by what they show, the most frequent first, each with the first example. */
function told(title: string, sights: readonly Sight[]): void {
  const kinds = grouped(sights, ({ pair, safe }) => `${safe ? "safe" : "offered"}: ${pair}`);
  for (const [kind, all] of [...kinds].sort(([, a], [, b]) => b.length - a.length))
    say(`${title} ${all.length} × ${kind}\n    ${all[0]?.name}: ${all[0]?.message}`);
}

const safely = (sights: readonly Sight[]): string =>
  `${sights.length} (${sights.filter(({ safe }) => safe).length} safe)`;

const args = process.argv.slice(2);
const asked = args.filter((arg) => !/^\d+$/.test(arg));
const count = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 2000);
const subjects = allSubjects().filter(({ kind }) => asked.length === 0 || asked.includes(kind));
const mutants = mutantsOf(subjects, count, 6);
const known = new Set<string>();
const rows: string[] = [];
let isWrong = false;
for (const [kind, all] of grouped([...subjects, ...mutants], (one) => one.kind)) {
  const proofs = [];
  for (const subject of all) proofs.push(await proofOf(subject, known));
  const tried = proofs.reduce((sum, proof) => sum + proof.tried, 0);
  const wrong = proofs.flatMap((proof) => proof.wrong);
  const takenBack = proofs.flatMap((proof) => proof.takenBack);
  const revealed = proofs.flatMap((proof) => proof.revealed);
  told("wrong", wrong);
  told("taken back", takenBack);
  told("brought to light", revealed);
  const files = subjects.filter((one) => one.kind === kind).length;
  rows.push(
    `| ${[kind, files, all.length - files, tried, safely(wrong), safely(takenBack), safely(revealed)].join(" | ")} |`,
  );
  isWrong ||= wrong.length > 0;
}
say(
  "| kind | files | mutants | fixes tried | wrong | errors they are taken back for | brought to light |\n|---|---:|---:|---:|---:|---:|---:|",
);
for (const row of rows) say(row);
process.exitCode = isWrong ? 1 : 0;
