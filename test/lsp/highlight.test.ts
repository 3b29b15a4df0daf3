import { expect, test } from "vitest";
import { DocumentHighlightKind } from "vscode-languageserver-types";
import { highlight } from "../../lsp/features/highlight.ts";
import { client, cursorIn } from "./cursor.ts";

test("a name is written where it is defined and read where it is used, in this file only", () => {
  const text = "vrrp_script chk {\n}\nvrrp_instance VI {\n  track_script {\n    c‸hk\n  }\n}\n";
  const { view, at } = cursorIn({
    "a/etc/keepalived/keepalived.conf": text,
    "b/etc/keepalived/keepalived.conf": text.replace("‸", ""),
  });
  expect(highlight(view, client, at)).toEqual([
    {
      range: { start: { line: 0, character: 12 }, end: { line: 0, character: 15 } },
      kind: DocumentHighlightKind.Write,
    },
    {
      range: { start: { line: 4, character: 4 }, end: { line: 4, character: 7 } },
      kind: DocumentHighlightKind.Read,
    },
  ]);
});
