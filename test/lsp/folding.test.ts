import fc from "fast-check";
import { expect, test } from "vitest";
import { foldingRanges } from "../../lsp/features/folding.ts";
import { linesOf, lineText } from "../../parsers/core/source.ts";
import { anyPlace } from "./anyPlace.ts";
import { client, cursorIn } from "./cursor.ts";

/** "first line … last line" of each range. */
function folds(path: string, text: string): string[] {
  const { view, at } = cursorIn({ [path]: `${text}‸` });
  return foldingRanges(view, client, at.source).map(
    ({ startLine, endLine, kind }) =>
      `${lineText(at.source, startLine).trim()} … ${lineText(at.source, endLine).trim()}${kind ? ` (${kind})` : ""}`,
  );
}

test("blocks fold up to the line before their closing brace, runs of comment lines together", () => {
  expect(
    folds(
      "zerg/etc/keepalived/keepalived.conf",
      `# first
! second

# alone
vrrp_instance VI_1 {   # not a line of its own
    # a third
    # a fourth
    state MASTER
    virtual_ipaddress {
        10.0.0.4/24
    }
}
`,
    ),
  ).toEqual([
    "# first … ! second (comment)",
    "vrrp_instance VI_1 {   # not a line of its own … }",
    "# a third … # a fourth (comment)",
    "virtual_ipaddress { … 10.0.0.4/24",
  ]);
});

test("sections fold up to their last line, not to the comment of the next", () => {
  expect(
    folds(
      "zerg/etc/haproxy/haproxy.cfg",
      `frontend f
    bind :80

# the servers
backend b
    server s 10.0.0.1:80
`,
    ),
  ).toEqual(["frontend f … bind :80", "backend b … server s 10.0.0.1:80"]);
});

test("statements and comments over several lines", () => {
  expect(
    folds(
      "zerg/etc/systemd/system/a.service",
      "[Unit]\nAfter=a.service \\\n  b.service\n[Service]\nExecStart=/bin/x\n",
    ),
  ).toEqual(["[Unit] … b.service", "After=a.service \\ … b.service", "[Service] … ExecStart=/bin/x"]);
  expect(
    folds("zerg/var/lib/pacemaker/cib/cib.xml", "<cib>\n  <!-- a\n  b -->\n  <configuration/>\n</cib>\n"),
  ).toEqual(["<cib> … <configuration/>", "<!-- a … b --> (comment)"]);
});

test("any text folds inside itself", () => {
  fc.assert(
    fc.property(anyPlace, ({ view, at: { source } }) => {
      for (const { startLine, endLine } of foldingRanges(view, client, source)) {
        expect(startLine).toBeLessThan(endLine);
        expect(endLine).toBeLessThan(linesOf(source).length);
      }
    }),
    { numRuns: 300 },
  );
});
