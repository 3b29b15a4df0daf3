import { expect, test } from "vitest";
import { pathOf, uriOf } from "../../lsp/virtualPaths.ts";

test.each([
  ["vscode-vfs://github/me/cluster/zerg/etc/hosts", "/vscode-vfs:github/me/cluster/zerg/etc/hosts"],
  ["vscode-test-web://mount/zerg/a%20b%23", "/vscode-test-web:mount/zerg/a b#"],
  ["memfs:/c/h%C3%BCte.cfg", "/memfs:/c/hüte.cfg"],
  ["file:///etc/hosts", "/file:/etc/hosts"],
])("%s is a path, and the path is that URI", (uri, path) => {
  expect(pathOf(uri)).toBe(path);
  expect(uriOf(path)).toBe(uri);
});

test("a folder's path has no slash at its end", () => {
  expect(pathOf("vscode-test-web://mount/")).toBe("/vscode-test-web:mount");
  expect(uriOf("/vscode-test-web:mount")).toBe("vscode-test-web://mount/");
});

test("what is no file has no path", () => {
  for (const uri of ["untitled:Untitled-1", "", "x", "file:///%zz", "a b://c/d"])
    expect(pathOf(uri)).toBeUndefined();
});
