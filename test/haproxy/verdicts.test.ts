import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { lintText } from "../support/cluster.ts";

// What haproxy 2.6.12, 3.0.11 and 3.2.26 say of a line in a section of verdicts/template.cfg: "nyy" is refused by the
// first alone, ¶ begins another line. A daemon built without a library may refuse more than halint can know.

const folder = new URL("verdicts/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), "utf8");
const template = read("template.cfg");
const versions = ["2.6.12", "3.0.11", "3.2.26"];

const fileWith = (section: string, lines: string): string =>
  template.replace(`#@${section}\n`, () => `${lines.replaceAll("¶", "\n")}\n`).replace(/^#@.*\n/gm, "");

const verdicts = (text: string): string =>
  versions
    .map((version) =>
      lintText(haproxy, text, { haproxy: version }).some(({ daemon }) => daemon === "rejects") ? "n" : "y",
    )
    .join("");

/** `[section]` and below it its cases: a verdict and a line. */
function casesOf(name: string): { section: string; verdict: string; lines: string }[] {
  let section = "";
  return read(name)
    .split("\n")
    .flatMap((line) => {
      section = /^\[(.*)\]$/.exec(line)?.[1] ?? section;
      const [, verdict = "", lines = ""] = /^([yn]{3}) (.*)$/.exec(line) ?? [];
      return verdict ? [{ section, verdict, lines }] : [];
    });
}

test("the template itself is taken", () => expect(verdicts(fileWith("", ""))).toBe("yyy"));

describe.each(readdirSync(folder).filter((name) => name.endsWith(".txt")))("%s", (name) =>
  test.each(casesOf(name))("$section: $lines is $verdict", ({ section, verdict, lines }) => {
    expect(template).toContain(`#@${section}\n`);
    expect(verdicts(fileWith(section, lines))).toBe(verdict);
  }),
);
