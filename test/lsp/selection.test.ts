import fc from "fast-check";
import { expect, test } from "vitest";
import type { SelectionRange } from "vscode-languageserver-types";
import { selectionRange } from "../../lsp/features/selection.ts";
import { toOffset } from "../../lsp/positions.ts";
import type { Source } from "../../parsers/core/source.ts";
import { anyPlace } from "./anyPlace.ts";
import { client, cursorIn } from "./cursor.ts";

const chain = (range: SelectionRange): SelectionRange[] => [
  range,
  ...(range.parent ? chain(range.parent) : []),
];

const spans = (source: Source, range: SelectionRange): { start: number; end: number }[] =>
  chain(range).map(({ range: { start, end } }) => ({
    start: toOffset(source, start, client.encoding),
    end: toOffset(source, end, client.encoding),
  }));

function steps(path: string, text: string): string[] {
  const { view, at } = cursorIn({ [path]: text });
  return spans(at.source, selectionRange(view, client, at)).map(({ start, end }) =>
    at.source.text.slice(start, end),
  );
}

test("word, statement, block, the block's statement, file", () => {
  const instance = "vrrp_instance VI_1 {\n  state MASTER\n}";
  expect(steps("zerg/etc/keepalived/keepalived.conf", `vrrp_instance VI_1 {\n  state MAS‸TER\n}\n`)).toEqual([
    "MASTER",
    "state MASTER",
    "\n  state MASTER\n",
    "{\n  state MASTER\n}",
    instance,
    `${instance}\n`,
  ]);
});

test("a quoted text without and with its quotes; a section's lines", () => {
  expect(
    steps("zerg/etc/haproxy/haproxy.cfg", 'backend b\n  http-check send uri "/a‸ b"\n  balance source\n'),
  ).toEqual([
    "/a b",
    '"/a b"',
    'http-check send uri "/a b"',
    'backend b\n  http-check send uri "/a b"\n  balance source',
    'backend b\n  http-check send uri "/a b"\n  balance source\n',
  ]);
  expect(
    steps("zerg/etc/keepalived/keepalived.conf", 'vrrp_script c {\n  script "/bin/a‸ b"\n}\n').slice(0, 3),
  ).toEqual(["/bin/a b", '"/bin/a b"', 'script "/bin/a b"']);
});

test("a comment, and nothing at all", () => {
  expect(steps("zerg/etc/keepalived/keepalived.conf", "# a com‸ment\nglobal_defs {\n}\n")[0]).toBe(
    "# a comment",
  );
  expect(steps("zerg/etc/keepalived/keepalived.conf", "‸\n\nglobal_defs {\n}\n")).toEqual([
    "\n\nglobal_defs {\n}\n",
  ]);
});

test("lines that end in CR LF: no range holds half a line end", () => {
  const texts = {
    "zerg/etc/keepalived/keepalived.conf": "# a com‸ment\nglobal_defs {\n}\n",
    "zerg/etc/haproxy/haproxy.cfg": "# a com‸ment\nglobal\n",
    "zerg/etc/apache2/apache2.conf": "<VirtualHost *:80>\n  Server‸Name a\n</VirtualHost>\n",
  };
  for (const [path, text] of Object.entries(texts)) {
    const { view, at } = cursorIn({ [path]: text.replaceAll("\n", "\r\n") });
    const ends = chain(selectionRange(view, client, at)).map(({ range }) => range.end);
    for (const { line, character } of ends)
      expect(character, path).toBeLessThanOrEqual(text.replace("‸", "").split("\n")[line]!.length);
  }
});

test("any offset of any text: each step holds the one before and the cursor", () => {
  fc.assert(
    fc.property(anyPlace, ({ view, at }) => {
      let inner = { start: at.offset, end: at.offset };
      for (const { start, end } of spans(at.source, selectionRange(view, client, at))) {
        expect(start).toBeLessThanOrEqual(inner.start);
        expect(end).toBeGreaterThanOrEqual(inner.end);
        inner = { start, end };
      }
    }),
    { numRuns: 300 },
  );
});
