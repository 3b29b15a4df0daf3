import { describe, expect, test } from "vitest";
import { filesWith } from "./capabilities/column.ts";
import { columns } from "./capabilities/columns.ts";
import { type Capability, placesIn, rows } from "./capabilities/rows.ts";
import { cursorIn } from "./cursor.ts";

const titles = Object.entries(rows) as [Capability, (typeof rows)[Capability]][];

describe.each(columns)("$format", (column) => {
  test.each(titles)("%s", (id, { ask }) => {
    const cell = column.cells[id];
    if ("gives" in cell) {
      const files = filesWith(column, cell);
      const { view, at } = cursorIn(files);
      const plain = Object.entries(files).map(([path, text]) => [path, text.replace("‸", "")] as const);
      expect(cell.gives).not.toBe("");
      expect(ask(view, at, Object.fromEntries(plain))).toContain(cell.gives);
      return;
    }
    expect(cell.none).not.toBe("");
    const [[path, text] = ["", ""]] = Object.entries(column.files);
    const { view, at } = cursorIn({ ...column.files, [path]: `‸${text}` });
    for (const offset of placesIn(text))
      expect(ask(view, { ...at, offset }, column.files), `at ${text.slice(offset, offset + 20)}`).toBe("");
  });
});

const cells = (row: readonly string[]): string => `| ${row.join(" | ")} |`;

test("docs/editors.md says what the cells prove", async () => {
  const table = [
    cells(["", ...columns.map(({ format }) => format)]),
    cells(["---", ...columns.map(() => ":-:")]),
    ...titles.map(([id, { title }]) =>
      cells([title, ...columns.map(({ cells: all }) => ("gives" in all[id] ? "yes" : "—"))]),
    ),
  ];
  const reasons = columns.map(({ format, cells: all }) => {
    const why = new Map<string, string[]>();
    for (const [id, { title }] of titles) {
      const cell = all[id];
      if ("none" in cell) why.set(cell.none, [...(why.get(cell.none) ?? []), title]);
    }
    const told = [...why].map(([reason, of]) => `${of.join("; ")}: ${reason}`);
    return told.length > 0 ? `- **${format}** ${told.join(". ")}.` : `- **${format}** everything.`;
  });
  const text = `# What the language server can do, by format

Made from test/lsp/capabilities by \`npm run generate\`: each "yes" is a test in which the server's feature gives the expected answer at a
cursor in such a file, each "—" one in which it has no answer anywhere in it. The features are the same for the other
formats of [formats.md](formats.md), which have no column yet.

${table.join("\n")}

Whatever the format: diagnostics are pushed for every file of the workspace and pulled for open ones; positions are counted in UTF-8 or
UTF-16, as the editor likes; changes come incrementally; semantic tokens come in full, as a range or as a delta; folders, watched files
and settings may change while it runs. test/lsp/server.test.ts, handlers.test.ts (semantic tokens) and settings.test.ts ask each of these
over the protocol, test/lsp/model.test.ts holds text and findings after random changes against a fresh start.

## What — means

${reasons.join("\n")}

How to set up an editor: [editors/](editors/README.md).
`;
  await expect(text).toMatchFileSnapshot("../../docs/editors.md");
});
