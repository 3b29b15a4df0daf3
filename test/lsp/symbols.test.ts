import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import { documentSymbol } from "../../lsp/features/documentSymbol.ts";
import { workspaceSymbol } from "../../lsp/features/workspaceSymbol.ts";
import type { Files } from "../support/cluster.ts";
import { namings } from "../support/pieces.ts";
import { client, cursorIn } from "./cursor.ts";

/** `Kind name (detail)` by depth. */
function outline(path: string, text: string): string[] {
  const { view, at } = cursorIn({ [path]: `‸${text}` });
  const lines = (list: readonly DocumentSymbol[], indent: string): string[] =>
    list.flatMap(({ name, detail, kind, children }) => [
      `${indent}${kindName(kind)} ${name}${detail ? ` (${detail})` : ""}`,
      ...lines(children ?? [], `${indent}  `),
    ]);
  return lines(documentSymbol(view, client, at.source) as DocumentSymbol[], "");
}
const kindName = (kind: SymbolKind): string =>
  Object.entries(SymbolKind).find(([, value]) => value === kind)![0];

describe("document symbols", () => {
  test("of keepalived", () => {
    expect(
      outline(
        "a/etc/keepalived/keepalived.conf",
        "global_defs {\n router_id a\n}\nvrrp_script chk {\n}\nvrrp_instance VI {\n authentication {\n  auth_pass secret\n }\n}\nvirtual_server 10.0.0.1 80 {\n real_server 10.0.0.2 80 {\n }\n}\n",
      ),
    ).toMatchInlineSnapshot(`
      [
        "Namespace global_defs",
        "Function chk (vrrp_script)",
        "Class VI (vrrp_instance)",
        "  Object authentication",
        "Namespace 10.0.0.1 80 (virtual_server)",
        "  Object 10.0.0.2 80 (real_server)",
      ]
    `);
  });
  test("of haproxy", () => {
    expect(
      outline(
        "a/etc/haproxy/haproxy.cfg",
        "global\n  daemon\ndefaults\n  mode http\nfrontend f\n  acl a path /\nbackend b\n  server s 10.0.0.1:80 check\n",
      ),
    ).toMatchInlineSnapshot(`
      [
        "Namespace global",
        "Namespace defaults",
        "Interface f (frontend)",
        "  Boolean a (acl path /)",
        "Class b (backend)",
        "  Object s (server 10.0.0.1:80 check)",
      ]
    `);
  });
  test("of DRBD, the CIB, the crm shell and a file of lines", () => {
    expect([
      outline("a/etc/drbd.conf", "resource r0 {\n  on a {\n    volume 0 {\n    }\n  }\n}\n"),
      outline(
        "a/var/lib/pacemaker/cib/cib.xml",
        '<cib><configuration><resources><primitive id="p" class="ocf"/></resources></configuration></cib>',
      ),
      outline(
        "a/etc/c.crm",
        "node 1: a\nprimitive p Dummy op monitor interval=10s\nproperty stonith-enabled=false\n",
      ),
      outline("a/etc/sysctl.conf", "net.ipv4.ip_forward = 1\n"),
    ]).toMatchInlineSnapshot(`
      [
        [
          "Class r0 (resource)",
          "  Object a (on)",
          "    Object 0 (volume)",
        ],
        [
          "Namespace cib",
          "  Object configuration",
          "    Object resources",
          "      Object p (primitive)",
        ],
        [
          "Module a (node 1:)",
          "Object p (primitive)",
          "  Object monitor (op)",
          "Namespace property",
        ],
        [
          "Property net.ipv4.ip_forward (1)",
        ],
      ]
    `);
  });
  test("flat, for editors without a tree", () => {
    const { view, at } = cursorIn({ "a/etc/drbd.conf": "‸resource r0 {\n  on a {\n  }\n}\n" });
    expect(documentSymbol(view, { ...client, hierarchy: false }, at.source)).toMatchObject([
      { name: "r0", kind: SymbolKind.Class },
      { name: "a", containerName: "r0" },
    ]);
  });
  test("what is selected lies in what is shown, whatever the text", () => {
    const word = fc.constantFrom(...namings);
    const path = fc.constantFrom(
      "a/etc/haproxy/haproxy.cfg",
      "a/etc/keepalived/keepalived.conf",
      "a/etc/drbd.conf",
      "a/etc/c.crm",
      "a/var/lib/pacemaker/cib/cib.xml",
      "a/etc/mysql/my.cnf",
    );
    const precedes = (a: { line: number; character: number }, b: typeof a): boolean =>
      a.line < b.line || (a.line === b.line && a.character <= b.character);
    const check = (list: readonly DocumentSymbol[]): void => {
      for (const { name, range, selectionRange, children } of list) {
        expect(name).not.toBe("");
        expect(precedes(range.start, selectionRange.start) && precedes(selectionRange.end, range.end)).toBe(
          true,
        );
        check(children ?? []);
      }
    };
    fc.assert(
      fc.property(path, fc.array(word), (one, words) => {
        const { view, at } = cursorIn({ [one]: `‸${words.join(" ")}` });
        check(documentSymbol(view, client, at.source) as DocumentSymbol[]);
      }),
      { numRuns: 150 },
    );
  });
});

describe("workspace symbols", () => {
  const files: Files = {
    "a/etc/haproxy/haproxy.cfg": "‸frontend web\n  acl api path /\nbackend app\n",
    "b/etc/haproxy/haproxy.cfg": "backend app\n",
    "b/etc/drbd.conf": "resource r0 {\n}\n",
  };
  const found = (query: string): string[] =>
    workspaceSymbol(cursorIn(files).view, client, query).map(
      ({ name, containerName }) => `${name} (${containerName})`,
    );
  test("are the definitions of all machines", () => {
    expect(found("")).toEqual([
      "web (frontend · a)",
      "api (ACL · frontend web · a)",
      "app (backend · a)",
      "r0 (resource · b)",
      "app (backend · b)",
    ]);
  });
  test("whose letters are those of the query", () => {
    expect(found("AP")).toEqual(["api (ACL · frontend web · a)", "app (backend · a)", "app (backend · b)"]);
    expect(found("ap!")).toEqual([]);
  });
});
