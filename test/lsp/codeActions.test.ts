import { expect, test } from "vitest";
import { rangeOf } from "../../lsp/client.ts";
import { codeActions } from "../../lsp/features/codeActions.ts";
import { span } from "../../parsers/core/source.ts";
import { client, cursorIn } from "./cursor.ts";

const path = "zerg/etc/drbd.d/r0.res";

const actionsIn = (files: Readonly<Record<string, string>>, of = client) => {
  const { view, at } = cursorIn(files);
  return codeActions(view, of, at.source, rangeOf(client, span(at.source, at.offset, at.offset)));
};

test("what two findings of one rule in one place would do alike is offered once, for both", () => {
  const actions = actionsIn({ [path]: "resource r0 {\n  net {\n    timeout 1000‸000;\n  }\n}\n" });
  const disabling = actions.filter(({ title }) => title === "Disable drbd/timeout-order here");
  expect(disabling).toHaveLength(1);
  expect(disabling[0]?.diagnostics).toHaveLength(2);
  const titles = actions.map((action) => JSON.stringify({ ...action, diagnostics: [] }));
  expect(new Set(titles).size).toBe(titles.length);
});

test("the other place is offered to editors that can show a document", () => {
  const files = {
    "zerg/etc/haproxy/haproxy.cfg": "frontend a\n  bind :80\nfrontend b\n  bind :8‸0\n",
  };
  const opens = (of: typeof client): number =>
    actionsIn(files, of).filter(({ command }) => command?.command === "halint.open").length;
  expect(opens(client)).toBeGreaterThan(0);
  expect(opens({ ...client, opens: false })).toBe(0);
});
