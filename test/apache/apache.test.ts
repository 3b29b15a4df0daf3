import { describe, expect, test } from "vitest";
import { apache } from "../../parsers/apache/index.ts";
import type { Verdict } from "../../parsers/core/schema.ts";
import { sourceOf, textOf } from "../../parsers/core/source.ts";
import { walk } from "../../parsers/core/tree.ts";
import { lintFiles, lintText } from "../support/cluster.ts";
import cases from "./cases.json" with { type: "json" };
import listens from "./listens.json" with { type: "json" };

const parse = (text: string) => apache.parse(sourceOf("apache2.conf", text));
const keywords = (text: string) => [...walk(parse(text).statements)].map(({ keyword }) => keyword.value);

describe("what apache2 2.4.71 said of each file (`apache2 -t`)", () => {
  test.each(cases)("$text", ({ verdict, text }) => {
    const rejecting = lintText(apache, text).filter(({ daemon }) => daemon === "rejects");
    expect(rejecting.length > 0 ? "reject" : "accept").toBe(verdict);
  });
});

describe("what apache2 2.4.71 did with these Listen, started where there is IPv6", () => {
  const verdicts: readonly Verdict[] = ["rejects", "stops"];
  test.each(Object.entries(listens))("%s", (values, did) => {
    const text = values
      .split(", ")
      .map((value) => `Listen ${value}\n`)
      .join("");
    const told = lintText(apache, text).map(({ daemon }) => daemon);
    expect(verdicts.find((verdict) => told.includes(verdict)) ?? "runs").toBe(did);
  });
});

describe("sections", () => {
  test("nest, and names know no case", () => {
    expect(
      keywords("<virtualhost *:80>\nSERVERNAME a\n<Directory />\n</Directory>\n</VirtualHost>\nlisten 80\n"),
    ).toEqual(["VirtualHost", "ServerName", "Directory", "Listen"]);
  });

  test("a missing end ends its section where the one around it ends", () => {
    const { statements, mistakes } = parse("<VirtualHost *:80>\n<Directory />\n</VirtualHost>\nListen 80\n");
    expect(statements.map(({ keyword }) => keyword.value)).toEqual(["VirtualHost", "Listen"]);
    expect(mistakes.map(({ rule, at }) => `${rule} ${textOf(at)}`)).toEqual([
      "apache/unclosed-section <Directory",
    ]);
  });

  test("nested deeper than the stack goes are left out", () => {
    const deep = 1000;
    const text = `${"<If a>\n".repeat(deep)}${"</If>\n".repeat(deep)}Listen 80\n`;
    expect(parse(text).statements.map(({ keyword }) => keyword.value)).toEqual(["If", "Listen"]);
  });
});

describe("the machine's configuration", () => {
  const files = {
    "web/etc/apache2/apache2.conf":
      "Define port 80\nInclude ports.conf\nIncludeOptional sites-enabled/*.conf\n",
    "web/etc/apache2/ports.conf": "Listen ${port}\n",
    "web/etc/apache2/sites-enabled/a.conf": "<VirtualHost *:81>\nServerName a\n</VirtualHost>\n",
  };

  test("is read with its includes and variables", () => {
    expect(lintFiles(files).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      "apache/unheard-virtual-host: no Listen 81: no request comes to *:81",
    ]);
  });

  test("is not judged where a variable is not known", () => {
    expect(lintFiles({ ...files, "web/etc/apache2/ports.conf": "Listen ${other}\n" })).toEqual([]);
  });

  test("a site alone says nothing of ports", () => {
    expect(
      lintFiles({
        "web/etc/apache2/sites-available/a": "<VirtualHost *:81>\nServerName a\n</VirtualHost>\n",
      }),
    ).toEqual([]);
  });
});
