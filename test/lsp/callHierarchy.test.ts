import fc from "fast-check";
import { expect, test } from "vitest";
import type { CallHierarchyItem } from "vscode-languageserver-types";
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from "../../lsp/features/callHierarchy.ts";
import { anyPlace } from "./anyPlace.ts";
import { client, cursorIn } from "./cursor.ts";

const config = `defaults
    default_backend b
frontend f
    bind :80
    use_backend c if { path /c }
    use_backend c if { path /d }
frontend g
    bind :81
listen l
    bind :82
    use_backend c
    server own 10.0.0.9:80
backend b
    server s1 10.0.0.1:80
    server s2 10.0.0.2:80
    use-server s2 if { path /2 }
backend c
    server s1 10.0.0.3:80
`;

const shown = ({ detail, name }: CallHierarchyItem): string => `${detail} ${name}`;

/** The items at the first place where \`mark\` stands with its cursor, who calls them and whom they call, each with the lines of the calls. */
function calls(mark: string): { items: string[]; from: string[]; to: string[] } {
  const { view, at } = cursorIn({
    "zerg/etc/haproxy/haproxy.cfg": config.replace(mark.replace("‸", ""), mark),
  });
  const items = prepareCallHierarchy(view, client, at) ?? [];
  const lines = (ranges: readonly { readonly start: { readonly line: number } }[]): string =>
    ranges.map(({ start }) => start.line + 1).join(",");
  return {
    items: items.map(shown),
    from: items.flatMap((item) =>
      incomingCalls(view, client, item).map(({ from, fromRanges }) => `${shown(from)} ${lines(fromRanges)}`),
    ),
    to: items.flatMap((item) =>
      outgoingCalls(view, client, item).map(({ to, fromRanges }) => `${shown(to)} ${lines(fromRanges)}`),
    ),
  };
}

test("a frontend calls its backends, also those that its defaults name", () => {
  expect(calls("frontend ‸f")).toEqual({
    items: ["frontend f"],
    from: [],
    to: ["backend b 2", "backend c 5,6"],
  });
});

test("a backend is called by frontends and calls its servers", () => {
  expect(calls("backend ‸c\n    server")).toEqual({
    items: ["backend c"],
    from: ["frontend f 5,6", "listen l 11"],
    to: ["10.0.0.3:80 s1 18"],
  });
  expect(calls("backend b‸\n    server").to).toEqual(["10.0.0.1:80 s1 14", "10.0.0.2:80 s2 15,16"]);
});

test("a server is called by its backend; a name in a switch is the backend it means", () => {
  expect(calls("server ‸s2")).toEqual({ items: ["10.0.0.2:80 s2"], from: ["backend b 15,16"], to: [] });
  expect(calls("use_backend ‸c").items).toEqual(["backend c"]);
  expect(calls("listen ‸l").to).toEqual(["backend b 2", "backend c 11", "10.0.0.9:80 own 12"]);
});

test("nothing elsewhere", () => {
  expect(calls("bind ‸:80").items).toEqual([]);
});

test("any offset of any text", () => {
  fc.assert(
    fc.property(anyPlace, ({ view, at }) => {
      for (const item of prepareCallHierarchy(view, client, at) ?? []) {
        expect(incomingCalls(view, client, item)).toBeInstanceOf(Array);
        expect(outgoingCalls(view, client, item)).toBeInstanceOf(Array);
      }
    }),
    { numRuns: 200 },
  );
});
