import { expect, test } from "vitest";
import { sourceOf } from "../../parsers/core/source.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { applyEdits } from "../../rules/fix.ts";
import { addLine, removeLine } from "../../rules/haproxy/edits.ts";
import { lintText } from "../support/cluster.ts";

test("check is put before an option whose value is missing, not behind it as its value", () => {
  const text = "backend b\n    mode http\n    server s 192.0.2.1:80 check-pool-conn-name\n";
  const of = (given: string) =>
    lintText(haproxy, given).find(({ rule }) => rule === "haproxy/check-options-without-check");
  const after = applyEdits(text, of(text)?.fix?.edits ?? []);
  expect(after).toContain("192.0.2.1:80 check check-pool-conn-name\n");
  expect(of(after)).toBeUndefined();
});

test.each(["\n", "\r\n"])("lines are added and taken out with the file's own line end: %j", (end) => {
  const text = ["backend b", "    mode http", "    balance source", ""].join(end);
  const source = sourceOf("f", text);
  const [backend] = haproxy.parse(source).statements;
  const [mode] = backend!.block!.statements;
  expect(applyEdits(text, [addLine(mode!, "x")])).toBe(
    ["backend b", "    mode http", "    x", "    balance source", ""].join(end),
  );
  expect(applyEdits(text, [removeLine(mode!)])).toBe(["backend b", "    balance source", ""].join(end));
});
