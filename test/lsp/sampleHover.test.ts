import { expect, test } from "vitest";
import { MarkupContent } from "vscode-languageserver-types";
import { hover } from "../../lsp/features/hover.ts";
import { toOffset } from "../../lsp/positions.ts";
import { client, cursorIn } from "./cursor.ts";

/** What a hover in a frontend says, and what it marks. */
function hovered(line: string): { said: string; marked: string } {
  const { view, at } = cursorIn({
    "zerg/etc/haproxy/haproxy.cfg": `userlist ul\n  user tom password x\nbackend be1\nfrontend f\n  ${line}\n`,
  });
  const found = hover(view, client, at);
  if (!found?.range || !MarkupContent.is(found.contents)) return { said: "", marked: "" };
  const [start, end] = [found.range.start, found.range.end].map((place) =>
    toOffset(at.source, place, "utf-16"),
  );
  return { said: found.contents.value, marked: at.source.text.slice(start, end) };
}

test("a fetch: what it is, its arguments, type, age and where it can be read", () => {
  expect(hovered("acl a s‸rc 10.0.0.0/8")).toEqual({
    said: [
      "```haproxy\nsrc\n```",
      "Source address of the client.",
      "- gives an address\n- cannot be read in: configuration, cli\n- since haproxy 1.4",
    ].join("\n\n"),
    marked: "src",
  });
  const nbsrv = hovered("use_backend be1 if { nb‸srv(be1) gt 0 }");
  expect(nbsrv.said).toContain("```haproxy\nnbsrv(backend)\n```");
  expect(nbsrv.said).toContain("- gives an integer");
  expect(nbsrv.marked).toBe("nbsrv");
  expect(hovered("http-request auth unless { http_au‸th(ul) }").said).toContain("http_auth(user list)");
});

test("the argument that is no name belongs to its fetch, the one that is a name is the name", () => {
  const variable = hovered("http-request deny if { var(txn.f‸oo) -m found }");
  expect(variable.said).toContain("Value of a variable.");
  expect(variable.marked).toBe("var(txn.foo)");
  expect(hovered("use_backend be1 if { nbsrv(b‸e1) gt 0 }").said).toContain("backend `be1`");
});

test("a criterion: what it reads and how it matches", () => {
  expect(hovered("acl a path_b‸eg /a").said).toContain("- reads `path` and matches by `beg`");
});

test("a criterion of the name of its fetch is told as the fetch", () => {
  expect(hovered('http-request set-header X "%[pa‸th]"').said).toContain("Request path.");
  const inAcl = hovered("acl a pa‸th /a").said;
  expect(inAcl).toContain("Request path.");
  expect(inAcl).toContain("- matches by `str`");
});

test("a converter: what it takes and gives", () => {
  const found = hovered('http-request set-header X "%[src,ipm‸ask(24)]"');
  expect(found.said).toContain("- takes an address, gives an address");
  expect(found.marked).toBe("ipmask");
});

test("flags, methods, predicates and aliases of log formats", () => {
  expect(hovered("http-request deny if { path -‸m beg /a }").said).toContain("Chooses the matching method.");
  expect(hovered("http-request deny if { path -m be‸g /a }").said).toContain("Prefix.");
  expect(hovered("acl a path -‸i /a").said).toContain("Ignores case");
  expect(hovered(".if defin‸ed(A)\n.endif").said).toContain("environment variable exists");
  expect(hovered("log-format %‸ST").said).toMatch(/^```haproxy\nST\n/);
});

test("what no table knows is described by its keyword, as before", () => {
  expect(hovered("acl a no_such‸_fetch /a").said).toContain("acl name criterion");
});
