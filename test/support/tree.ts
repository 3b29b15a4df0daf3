import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { positionAt, type Span } from "../../parsers/core/source.ts";
import type { Finding } from "../../rules/rule.ts";
import type { Files } from "./cluster.ts";

/** The files below a folder of node folders, by their paths in it: "zerg/etc/hosts". */
export const filesBelow = (folder: string): Files =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.includes("/") && statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );

const place = (at: Span): string => {
  const { line, column } = positionAt(at.source, at.start);
  return `${at.source.path}:${line + 1}:${column + 1}`;
};

/** One finding as text, its other places below it. */
export const shown = ({ at, severity, rule, message, related }: Finding): string =>
  [
    `${place(at)} ${severity} ${rule}: ${message}`,
    ...related.map((one) => `    ${place(one.at)} ${one.message}`),
  ].join("\n");
