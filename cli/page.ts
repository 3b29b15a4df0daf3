import type { Colors } from "picocolors/types.js";
import { type Paint, severityPaint } from "./reporters/pretty.ts";

/** A rule's page for a terminal with colours: the marks of Markdown become colours, and examples stand indented. */
export function rendered(page: string, colors: Colors): string {
  let inFence = false;
  const lines = page.split("\n").flatMap((line): string[] => {
    if (line.startsWith("```")) {
      inFence = !inFence;
      return [];
    }
    if (inFence) return [line === "" ? "" : `    ${example(line, colors)}`];
    const [, marks, title] = /^(#+) (.*)$/.exec(line) ?? [];
    if (title !== undefined)
      return [marks === "#" ? colors.bold(title) : colors.bold(colors.underline(title))];
    return [prose(line, colors)];
  });
  return lines.join("\n");
}

/** A line of an example; under its text, carets and the message in the colour of its severity. */
function example(line: string, colors: Colors): string {
  const [, blank, carets, severity] = /^( *)(\^+) (error|warning|info|note)\b/.exec(line) ?? [];
  if (blank === undefined || carets === undefined) return line;
  const paints: Readonly<Record<string, Paint>> = { ...severityPaint(colors), note: colors.blue };
  const paint = paints[severity ?? ""] ?? colors.blue;
  return blank + paint(line.slice(blank.length));
}

const prose = (line: string, colors: Colors): string =>
  line
    .replace(/\[([^\]]+)\]\([^)\s]+\)/g, "$1")
    .replace(/\*\*([^*]+)\*\*/g, (_, text: string) => colors.bold(text))
    .replace(/`([^`]+)`/g, (_, text: string) => colors.cyan(text));
