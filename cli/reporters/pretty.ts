import type { Colors } from "picocolors/types.js";
import type { Source, Span } from "../../parsers/core/source.ts";
import type { Finding, Severity } from "../../rules/rule.ts";
import { type Frame, frameOf } from "../frame.ts";
import { fileLink, link, ruleUri } from "../links.ts";
import { plain } from "../plain.ts";

export type Paint = (text: string) => string;

export const severityPaint = (colors: Colors): Readonly<Record<Severity, Paint>> => ({
  error: (text) => colors.bold(colors.red(text)),
  warning: (text) => colors.bold(colors.yellow(text)),
  info: (text) => colors.bold(colors.blue(text)),
});

/** What the terminal can do. */
export interface Screen {
  readonly columns?: number;
  /** It knows links (OSC 8). */
  readonly links?: boolean;
  readonly fileOf?: (source: Source) => string;
}

/** For a person: what is wrong, every place with its line, the rule and the way out. A blank line after each. */
export const pretty = (findings: readonly Finding[], colors: Colors, screen: Screen = {}): string =>
  findings.map((finding) => `${one(finding, colors, screen)}\n\n`).join("");

function one(finding: Finding, colors: Colors, { columns, links, fileOf }: Screen): string {
  const { severity, message, at, related, rule, fix } = finding;
  const paint = severityPaint(colors)[severity];
  const places = [
    { at, message: "", paint },
    ...related.map((place) => ({ ...place, paint: colors.blue as Paint })),
  ];
  const frames = places.map((place) => ({ ...place, frame: frameOf(place.at, room(columns)) }));
  const gutter = Math.max(2, ...frames.map(({ frame }) => String(frame.line).length));
  const blank = " ".repeat(gutter);
  const lines = [`${paint(severity)}  ${colors.bold(plain(message))}`];
  frames.forEach((place, index) => {
    const corner = colors.dim(`${blank}${index === 0 ? "┌" : "├"}─`);
    const shown = plain(placeText(place.at, place.frame));
    lines.push(`${corner} ${links && fileOf ? fileLink(shown, fileOf(place.at.source)) : shown}`);
    if (place.at.source.text !== "")
      lines.push(...framed(place.frame, place.message, place.paint, colors, blank));
    else if (place.message) lines.push(`${colors.dim(`${blank}│`)} ${place.paint(plain(place.message))}`);
  });
  const way = fix ? ` · fix: ${plain(fix.title)}` : "";
  const uri = links ? ruleUri(rule) : undefined;
  lines.push(`${colors.dim(`${blank}└─`)} ${uri ? link(plain(rule), uri) : plain(rule)}${way}`);
  return lines.join("\n");
}

const placeText = ({ source }: Span, { line, column }: Frame): string =>
  source.text === "" ? source.path : `${source.path}:${line}:${column}`;

function framed(frame: Frame, message: string, paint: Paint, colors: Colors, blank: string): string[] {
  const number = String(frame.line).padStart(blank.length);
  const mark =
    " ".repeat(frame.before) + paint("^".repeat(frame.width) + (message ? ` ${plain(message)}` : ""));
  return [`${colors.dim(`${number}│`)} ${frame.text}`, `${colors.dim(`${blank}│`)} ${mark}`];
}

const room = (columns: number | undefined): number | undefined =>
  columns === undefined ? undefined : Math.max(40, columns - 8);
