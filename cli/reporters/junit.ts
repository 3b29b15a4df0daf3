import type { Finding } from "../../rules/rule.ts";
import { byPath } from "./grouped.ts";
import { placeOf } from "./place.ts";
import type { Printout, Reporter } from "./reporter.ts";
import { escaped, opening } from "./xml.ts";

/**
 * JUnit's XML: a suite for each file, a failed test for each finding, a passed one for a file without. A rule that failed is
 * an error in a suite of its own.
 */
export const junit: Reporter = (printout) => {
  const { report, pathOf } = printout;
  const { findings, faults } = report;
  const files = byPath(report, pathOf);
  const tests = files.reduce((sum, [, group]) => sum + Math.max(1, group.length), faults.length);
  const suites = files.flatMap(([path, group]) => [
    `  ${opening("testsuite", {
      name: path,
      tests: Math.max(1, group.length),
      failures: group.length,
      errors: 0,
      skipped: 0,
      time: 0,
    })}>`,
    ...(group.length > 0 ? group.flatMap((finding) => failed(finding, path, printout)) : [passed(path)]),
    "  </testsuite>",
  ]);
  const broken = faults.flatMap(({ rule, error }) => [
    `    ${opening("testcase", { name: rule, classname: "halint", time: 0 })}>`,
    `      ${opening("error", { message: error.message, type: "fault" })}/>`,
    "    </testcase>",
  ]);
  const own =
    faults.length === 0
      ? []
      : [
          `  ${opening("testsuite", { name: "halint", tests: faults.length, failures: 0, errors: faults.length, skipped: 0, time: 0 })}>`,
          ...broken,
          "  </testsuite>",
        ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${[
    `${opening("testsuites", { name: "halint", tests, failures: findings.length, errors: faults.length, time: 0 })}>`,
    ...suites,
    ...own,
    "</testsuites>",
  ].join("\n")}\n`;
};

function failed(finding: Finding, path: string, { pathOf }: Printout): string[] {
  const { rule, severity, message, at, related, fix } = finding;
  const { line, column } = placeOf(at);
  const details = [
    `${path}:${line}:${column}: ${severity}: ${message} [${rule}]`,
    ...related.map((place) => `${pathOf(place.at.source)}:${placeOf(place.at).line}: ${place.message}`),
    ...(fix ? [`fix: ${fix.title}`] : []),
  ];
  return [
    `    ${opening("testcase", { name: `${rule} at ${line}:${column}`, classname: path, time: 0 })}>`,
    `      ${opening("failure", { message, type: severity })}>${details.map(escaped).join("\n")}</failure>`,
    "    </testcase>",
  ];
}

const passed = (path: string): string =>
  `    ${opening("testcase", { name: "no findings", classname: path, time: 0 })}/>`;
