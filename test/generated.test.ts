import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { commands } from "../cli/options.ts";
import { version } from "../package.json";
import { keywordsOf } from "../parsers/core/schema.ts";
import { formats } from "../parsers/index.ts";
import { rules } from "../rules/index.ts";
import type { Rule } from "../rules/rule.ts";
import { manPage } from "../scripts/man.ts";
import { daemonText } from "./support/page.ts";

const room = ({ id }: Rule): string => id.slice(0, id.indexOf("/"));

/** Code spans and angle brackets would be read as Markdown. */
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("<", "&lt;");

test("docs/rules.md lists every rule", async () => {
  const rooms = [...new Set(rules.map(room))];
  const tables = rooms.map((name) => {
    const rows = rules
      .filter((rule) => room(rule) === name)
      .map(
        (rule) =>
          `| [${rule.id}](../rules/${rule.id}.md) | ${rule.severity} | ${daemonText(rule.daemon)} | ${cell(rule.summary)} |`,
      );
    return `## ${name}\n\n| rule | level | the daemon | what it finds |\n|---|---|---|---|\n${rows.join("\n")}\n`;
  });
  const text = `# Rules

Made from the rules by \`npm run generate\`. ${rules.length} rules. "The daemon" says what the real daemon does with such a file: it
rejects it (or drops the setting with an error), warns, or is silent; "by format" where the format's table says it.

${tables.join("\n")}`;
  await expect(text).toMatchFileSnapshot("../docs/rules.md");
});

test("docs/formats.md lists every format", async () => {
  const rows = formats.map(({ id, title, files, schema }) => {
    const words = new Set(
      Object.entries(schema.places).flatMap(([place]) =>
        Object.keys(keywordsOf(schema, place)).map((word) => `${place}/${word}`),
      ),
    );
    const { daemon, supported } = schema;
    return `| ${id} | ${title} | ${files.map((file) => `\`${file}\``).join(" ")} | ${daemon} ${supported.min} to ${supported.max} | ${words.size} |`;
  });
  const text = `# Formats

Made from the tables in schemas/ by \`npm run generate\`. A keyword that stands in several places counts once in each.

| format | file | where it lies | versions | keywords |
|---|---|---|---|---:|
${rows.join("\n")}
`;
  await expect(text).toMatchFileSnapshot("../docs/formats.md");
});

const manual = manPage(Object.values(commands), version);

test("docs/halint.1 has every command and option", async () => {
  await expect(manual).toMatchFileSnapshot("../docs/halint.1");
});

const judges: readonly (readonly [command: string, args: readonly string[]])[] = [
  ["groff", ["-man", "-ww", "-z", "-K", "utf8"]],
  ["mandoc", ["-T", "lint", "-W", "warning"]],
];
for (const [command, args] of judges) {
  const able = spawnSync(command, ["--help"]).error === undefined;
  test.skipIf(!able)(
    `${command} finds nothing in docs/halint.1${able ? "" : " (skipped: it is not here)"}`,
    () => {
      const { stdout, stderr } = spawnSync(command, args, { input: manual, encoding: "utf8" });
      expect((stdout + stderr).replace(/^.*missing date, using "".*\n/m, "")).toBe("");
    },
  );
}
