import { describe, expect, test } from "vitest";
import type { TextEdit } from "vscode-languageserver-types";
import { talk } from "./talk.ts";

const path = "c/zerg/etc/keepalived/keepalived.conf";
const four = { tabSize: 4, insertSpaces: true };

/** What the server answers to a request for edits of a file with this text. */
async function editsOf(text: string, method: string, params: object): Promise<TextEdit[]> {
  const { client, open, published, uriOf, end } = await talk({ [path]: text });
  await open(path, text);
  await published(path);
  const edits = await client.sendRequest<TextEdit[]>(`textDocument/${method}`, {
    textDocument: { uri: uriOf(path) },
    options: four,
    ...params,
  });
  end();
  return edits;
}

describe("formatting of a range", () => {
  const text = "vrrp_instance A {\nstate MASTER\ninterface eth0\npriority 1\n}\n";
  const lines = async (start: object, end: object): Promise<number[]> =>
    (await editsOf(text, "rangeFormatting", { range: { start, end } })).map(({ range }) => range.start.line);

  test("leaves the line at whose start the range ends", async () => {
    expect(await lines({ line: 1, character: 0 }, { line: 2, character: 0 })).toEqual([1]);
  });

  test("lays out a line of which a part is selected, or that the cursor is in", async () => {
    expect(await lines({ line: 1, character: 3 }, { line: 2, character: 1 })).toEqual([1, 2]);
    expect(await lines({ line: 2, character: 0 }, { line: 2, character: 0 })).toEqual([2]);
  });
});

describe("the editor's indentation", () => {
  const flat = "vrrp_instance A {\nstate MASTER\n}\n";
  const indented = async (text: string, options: object): Promise<string[]> =>
    (await editsOf(text, "formatting", { options })).map(({ newText }) => newText);

  test("counts where the file has none of its own", async () => {
    expect(await indented(flat, { tabSize: 2, insertSpaces: true })).toEqual(["  "]);
    expect(await indented(flat, { tabSize: 8, insertSpaces: false })).toEqual(["\t"]);
  });

  test("does not count where the file has its own", async () => {
    const own = "vrrp_instance A {\n   state MASTER\n   interface eth0\npriority 1\n}\n";
    expect(await indented(own, { tabSize: 2, insertSpaces: true })).toEqual(["   "]);
  });

  test("counts for a range and on a new line too", async () => {
    const options = { tabSize: 2, insertSpaces: true };
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } };
    expect(await editsOf(flat, "rangeFormatting", { options, range })).toMatchObject([{ newText: "  " }]);
    const typed = { options, position: { line: 1, character: 0 }, ch: "\n" };
    expect(await editsOf("vrrp_instance A {\n\n}\n", "onTypeFormatting", typed)).toMatchObject([
      { newText: "  " },
    ]);
  });

  test("that is none is as if it were not given", async () => {
    expect(await indented(flat, { tabSize: 0, insertSpaces: true })).toEqual(["    "]);
    expect(await indented(flat, { tabSize: 1e9, insertSpaces: true })).toEqual(["    "]);
  });
});
