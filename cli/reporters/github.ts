import type { Severity } from "../../rules/rule.ts";
import { plain } from "../plain.ts";
import { placeOf } from "./place.ts";
import type { Reporter } from "./reporter.ts";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** Workflow commands of GitHub Actions, which make annotations of a pull request's lines. */
export const github: Reporter = ({ report, pathOf }) =>
  report.findings
    .map(({ severity, message, at, related, rule }) => {
      const { line, column, endLine, endColumn } = placeOf(at);
      const properties = {
        title: rule,
        file: pathOf(at.source),
        line,
        endLine,
        // GitHub takes columns only within one line.
        ...(line === endLine ? { col: column, endColumn: Math.max(column, endColumn - 1) } : {}),
      };
      const places = related.map(
        (place) => `\n${pathOf(place.at.source)}:${placeOf(place.at).line}: ${place.message}`,
      );
      return `::${commands[severity]} ${Object.entries(properties)
        .map(([key, value]) => `${key}=${property(String(value))}`)
        .join(",")}::${[message, ...places].map((text) => data(text)).join("")}\n`;
    })
    .join("");

/** What ends a command, or begins another, is written as the runner reads it back. */
const data = (text: string): string => {
  const [first = "", ...rest] = text.split("\n");
  return [first, ...rest].map((line) => plain(line).replace(/%/g, "%25")).join("%0A");
};

const property = (text: string): string =>
  plain(text).replace(/%/g, "%25").replace(/:/g, "%3A").replace(/,/g, "%2C");
