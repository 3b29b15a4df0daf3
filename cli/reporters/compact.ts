import { positionAt } from "../../parsers/core/source.ts";
import type { Finding } from "../../rules/rule.ts";
import { plain } from "../plain.ts";

/** One finding a line: `path:line:column: severity: message [rule]`, as compilers write and editors read. */
export const compact = (findings: readonly Finding[]): string =>
  findings
    .map(({ at, severity, message, rule }) => {
      const { line, column } = positionAt(at.source, at.start);
      return `${plain(at.source.path)}:${line + 1}:${column + 1}: ${severity}: ${plain(message)} [${rule}]\n`;
    })
    .join("");
