import { expect, test } from "vitest";
import { documentsIn } from "../../lsp/documents.ts";

test.each([
  ["utf-8", 8],
  ["utf-16", 5],
] as const)("changes count characters as the client does: %s", (encoding, character) => {
  const { create, update } = documentsIn(() => encoding);
  const document = create("file:///a", "conf", 1, "# é\n# é😀=1\n");
  const at = { line: 0, character: encoding === "utf-8" ? 4 : 3 };
  const behind = { line: 1, character };
  const changed = update(
    document,
    [
      { range: { start: at, end: at }, text: "!" },
      { range: { start: behind, end: behind }, text: "x" },
    ],
    2,
  );
  expect(changed.getText()).toBe("# é!\n# é😀x=1\n");
  expect(changed.version).toBe(2);
});
