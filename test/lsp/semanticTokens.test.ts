import fc from "fast-check";
import { expect, test } from "vitest";
import type { Client } from "../../lsp/client.ts";
import { tokenModifiers, tokenTypes } from "../../lsp/features/legend.ts";
import { deltaOf, semanticTokens } from "../../lsp/features/semanticTokens.ts";
import { toOffset } from "../../lsp/positions.ts";
import { homes } from "../../lsp/view.ts";
import { linesOf, type Source, span } from "../../parsers/core/source.ts";
import { sourcesIn } from "../../parsers/core/tree.ts";
import { anyPlace } from "./anyPlace.ts";
import { client, cursorIn } from "./cursor.ts";

/** Token by token, as a client reads them. */
function* decoded(source: Source, data: readonly number[], { encoding }: Client) {
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [down, right, length, type, bits] = data.slice(i, i + 5) as [
      number,
      number,
      number,
      number,
      number,
    ];
    line += down;
    character = down === 0 ? character + right : right;
    const start = toOffset(source, { line, character }, encoding);
    const end = toOffset(source, { line, character: character + length }, encoding);
    const modifiers = tokenModifiers.filter((_, bit) => bits & (1 << bit));
    yield {
      line,
      start,
      end,
      text: source.text.slice(start, end),
      kind: [tokenTypes[type], ...modifiers].join("."),
    };
  }
}

function drawn(path: string, text: string, as: Client = client): string[] {
  const { view, at } = cursorIn({ [path]: `${text}‸` });
  return [...decoded(at.source, semanticTokens(view, as, at.source).data, as)].map(
    (token) => `${token.text} ${token.kind}`,
  );
}

test("blocks, settings, values, names, variables, comments", () => {
  expect(
    drawn(
      "zerg/etc/keepalived/keepalived.conf",
      `! routers
$PRIO=100
vrrp_script chk {
    script "/bin/chk a"
    weight -2
}
vrrp_instance VI_1 {
    state MASTER
    priority $PRIO
    virtual_ipaddress {
        10.0.0.4/24 dev eth0
    }
    track_script {
        chk weight 5
    }
    interface {{ nic }}
}
`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "! routers comment",
      "$PRIO=100 variable",
      "vrrp_script keyword",
      "chk class.definition",
      "script property",
      ""/bin/chk a" string",
      "weight property",
      "-2 number",
      "vrrp_instance keyword",
      "VI_1 class.definition",
      "state property",
      "MASTER enumMember",
      "priority property",
      "$PRIO variable",
      "virtual_ipaddress keyword",
      "10.0.0.4/24 string",
      "dev parameter",
      "eth0 string",
      "track_script keyword",
      "chk class",
      "weight parameter",
      "5 number",
      "interface property",
    ]
  `);
});

test("sections, prefixes, options and what is deprecated", () => {
  expect(
    drawn(
      "zerg/etc/haproxy/haproxy.cfg",
      `global
    nbproc 1
frontend f
    no option httplog
    default_backend b
    option httpclose
backend b
    balance roundrobin
    timeout server 5s
    server s 10.0.0.1:80 check inter 500
`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "global keyword",
      "nbproc property.deprecated",
      "1 number",
      "frontend keyword",
      "f class.definition",
      "no keyword",
      "option httplog property",
      "default_backend property",
      "b class",
      "option httpclose property",
      "backend keyword",
      "b class.definition",
      "balance roundrobin property",
      "timeout server property",
      "5s number",
      "server property",
      "s string",
      "10.0.0.1:80 string",
      "check parameter",
      "inter parameter",
      "500 number",
    ]
  `);
});

test("tokens of several lines are cut at the line ends, and each encoding counts as it does", () => {
  expect(
    drawn("zerg/var/lib/pacemaker/cib/cib.xml", "<cib>\n  <!-- é😀\n    b -->\n</cib>\n"),
  ).toMatchInlineSnapshot(`
    [
      "<cib keyword",
      "<!-- é😀 comment",
      "b --> comment",
    ]
  `);
  const utf8 = { ...client, encoding: "utf-8" as const };
  expect(drawn("zerg/etc/keepalived/keepalived.conf", "# é😀\nglobal_defs { # é\n}\n", utf8)).toEqual([
    "# é😀 comment",
    "global_defs keyword",
    "# é comment",
  ]);
});

test("what includes a file knows the place of its words; arms that are not read have their colours too", () => {
  const { view } = cursorIn({
    "zerg/etc/keepalived/keepalived.conf": "vrrp_instance VI_1 {\n  include part.inc\n}\n‸",
    "zerg/etc/keepalived/part.inc": "state BACKUP\ntrack_interface {\n  eth0 weight 5\n}\n",
  });
  const part = [...sourcesIn(homes(view)[0]!.document.tree)].find(({ path }) => path.endsWith("part.inc"))!;
  const { data } = semanticTokens(view, client, part);
  expect([...decoded(part, data, client)].map(({ text, kind }) => `${text} ${kind}`)).toEqual([
    "state property",
    "BACKUP enumMember",
    "track_interface keyword",
    "eth0 string",
    "weight parameter",
    "5 number",
  ]);
  expect(
    drawn(
      "zerg/etc/haproxy/haproxy.cfg",
      "frontend f\n.if version_atleast(99)\n  maxconn 5\n.else\n  maxconn 6\n.endif\n",
    ),
  ).toEqual(expect.arrayContaining(["5 number", "6 number"]));
});

test("a range gives its own words only", () => {
  const { view, at } = cursorIn({
    "zerg/etc/corosync/corosync.conf": "totem {\n  token: 3000\n‸  version: 2\n}\n",
  });
  const { data } = semanticTokens(view, client, at.source, span(at.source, 8, at.offset));
  expect([...decoded(at.source, data, client)].map(({ text }) => text)).toEqual(["token", "3000"]);
});

test("a delta is one edit that makes the old numbers the new ones", () => {
  expect(deltaOf([1, 2, 3, 4, 5], [1, 2, 3, 4, 5])).toEqual([]);
  expect(deltaOf([1, 2, 3, 4, 5], [1, 2, 9, 9, 4, 5])).toEqual([{ start: 2, deleteCount: 1, data: [9, 9] }]);
  const numbers = fc.array(fc.nat(3), { maxLength: 30 });
  fc.assert(
    fc.property(numbers, numbers, (before, after) => {
      const now = [...before];
      for (const { start, deleteCount, data = [] } of deltaOf(before, after))
        now.splice(start, deleteCount, ...data);
      expect(now).toEqual(after);
    }),
  );
});

test("any text: tokens in order, none over another or over a line end", () => {
  fc.assert(
    fc.property(anyPlace, ({ view, at: { source } }) => {
      let last = 0;
      const { data } = semanticTokens(view, client, source);
      for (const { start, end, line } of decoded(source, data, client)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(linesOf(source)[line + 1] ?? source.text.length);
        last = end;
      }
    }),
    { numRuns: 300 },
  );
});
