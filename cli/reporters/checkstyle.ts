import { byPath } from "./grouped.ts";
import { placeOf } from "./place.ts";
import type { Reporter } from "./reporter.ts";
import { opening } from "./xml.ts";

/** The XML of Checkstyle, as Jenkins, reviewdog and many an editor read it. */
export const checkstyle: Reporter = ({ report, pathOf }) => {
  const lines = byPath(report, pathOf)
    .filter(([, findings]) => findings.length > 0)
    .flatMap(([path, findings]) => [
      `  ${opening("file", { name: path })}>`,
      ...findings.map(({ at, severity, message, rule }) => {
        const { line, column } = placeOf(at);
        return `    ${opening("error", { line, column, severity, message, source: `halint.${rule}` })}/>`;
      }),
      "  </file>",
    ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${[
    '<checkstyle version="4.3">',
    ...lines,
    "</checkstyle>",
  ].join("\n")}\n`;
};
