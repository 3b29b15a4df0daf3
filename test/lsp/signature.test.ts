import fc from "fast-check";
import { expect, test } from "vitest";
import { signatureHelp } from "../../lsp/features/signature.ts";
import { anyPlace } from "./anyPlace.ts";
import { client, cursorIn } from "./cursor.ts";

const keepalived = "zerg/etc/keepalived/keepalived.conf";
const haproxy = "zerg/etc/haproxy/haproxy.cfg";

/** The label with the active argument in angle quotes. */
function shown(path: string, text: string): string | undefined {
  const { view, at } = cursorIn({ [path]: text });
  const signature = signatureHelp(view, client, at)?.signatures[0];
  const label = signature?.parameters?.[signature.activeParameter ?? 0]?.label;
  if (!signature || !label || typeof label === "string") return undefined;
  const [start, end] = label;
  return `${signature.label.slice(0, start)}«${signature.label.slice(start, end)}»${signature.label.slice(end)}`;
}

test("the argument at the cursor", () => {
  expect(shown(haproxy, "backend b\n  server ‸\n")).toBe("server «name» address [option …]");
  expect(shown(haproxy, "backend b\n  server s ‸\n")).toBe("server name «address» [option …]");
  expect(shown(haproxy, "backend b\n  server s 10.0.0.‸1:80 check\n")).toBe(
    "server name «address» [option …]",
  );
  expect(shown(haproxy, "backend b\n  server s 10.0.0.1:80 ‸\n")).toBe("server name address «[option …]»");
});

test("the value of an option", () => {
  expect(shown(haproxy, "backend b\n  server s 10.0.0.1:80 check inter ‸\n")).toBe("inter «delay»");
});

test("the few values of an argument without a name", () => {
  expect(shown(keepalived, "vrrp_instance A {\n  state ‸\n}\n")).toBe("state «MASTER|BACKUP»");
});

test("the entry of a list", () => {
  const text = "vrrp_instance A {\n  virtual_ipaddress {\n    10.0.0.1/24 ‸\n  }\n}\n";
  expect(shown(keepalived, text)).toBe("address[/prefix] «[option …]»");
});

test("what an argument may be is its documentation", () => {
  const { view, at } = cursorIn({ [keepalived]: "vrrp_instance A {\n  virtual_router_id ‸\n}\n" });
  const [signature] = signatureHelp(view, client, at)?.signatures ?? [];
  expect(signature?.parameters?.[0]?.documentation).toEqual({
    kind: "markdown",
    value: "a whole number without sign, 1 to 255",
  });
});

test("nothing on a keyword, behind the last argument, in a comment and in a template tag", () => {
  expect(shown(keepalived, "vrrp_instance A {\n  sta‸te MASTER\n}\n")).toBeUndefined();
  expect(shown(keepalived, "vrrp_instance A {\n  state MASTER ‸\n}\n")).toBeUndefined();
  expect(shown(keepalived, "vrrp_instance A {\n  # state ‸\n}\n")).toBeUndefined();
  expect(shown(keepalived, "vrrp_instance A {\n  state {{ ‸ }}\n}\n")).toBeUndefined();
});

test("any text and place: the active argument is one of the label's", () => {
  fc.assert(
    fc.property(anyPlace, ({ view, at }) => {
      const help = signatureHelp(view, client, at);
      for (const { label, parameters = [], activeParameter } of help?.signatures ?? []) {
        expect(activeParameter).toBeLessThan(parameters.length);
        for (const { label: part } of parameters) {
          const [start, end] = typeof part === "string" ? [0, 0] : part;
          expect(label.slice(start, end).trim()).not.toBe("");
        }
      }
    }),
  );
});

test("every place of a file: the help is of the line's keyword, its option or its entry", () => {
  const text =
    "frontend f\n  mode http # web\n  acl api path_beg -i /api\n  http-request deny status 403 if api\nbackend b\n  server s 10.0.0.1:80 check inter 2s\n";
  const { view, at } = cursorIn({ [haproxy]: `${text}‸` });
  const found = Array.from(text, (_, offset) => signatureHelp(view, client, { ...at, offset })).flatMap(
    (help) => help?.signatures.map(({ label }) => label) ?? [],
  );
  expect([...new Set(found)]).toEqual([
    "frontend name [from]",
    "mode mode",
    "acl name criterion [pattern …]",
    "http-request deny [option …]",
    "status code",
    "if [condition …]",
    "backend name [from]",
    "server name address [option …]",
    "inter delay",
  ]);
});
