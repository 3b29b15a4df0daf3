import { describe, expect, test } from "vitest";
import { rangeOf } from "../../lsp/client.ts";
import { codeActions } from "../../lsp/features/codeActions.ts";
import { span } from "../../parsers/core/source.ts";
import { formats } from "../../parsers/index.ts";
import { applyEdits } from "../../rules/fix.ts";
import type { Finding } from "../../rules/rule.ts";
import { disabling } from "../../rules/suppressEdits.ts";
import { lintText } from "../support/cluster.ts";
import { client, cursorIn } from "./cursor.ts";
import { edited } from "./edits.ts";

const path = "zerg/etc/keepalived/keepalived.conf";
const vrrp = (line: string): string =>
  `vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n${line}\n    virtual_ipaddress {\n        192.0.2.1/24\n    }\n}\n`;

/** The files after "Disable … here" of the finding at the cursor. */
function disabled(files: Record<string, string>): Record<string, string> {
  const { view, at } = cursorIn(files);
  const range = rangeOf(client, span(at.source, at.offset, at.offset));
  const action = codeActions(view, client, at.source, range).find(({ title }) =>
    title.startsWith("Disable "),
  );
  const plain = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, text.replace("‸", "")]),
  );
  return action?.edit ? { ...edited(view, plain, action.edit) } : plain;
}

describe("disable here", () => {
  test("puts a comment above the line, and the finding is gone", () => {
    const after = disabled({ [path]: vrrp("    advert_‸jitter 1") });
    expect(after[path]).toBe(
      vrrp("    # halint-disable-next-line schema/unknown-keyword\n    advert_jitter 1"),
    );
    expect(cursorIn(after).view.findings).toEqual([]);
  });

  test.each([
    [
      "a tag of several lines",
      "cib/unknown-attribute",
      "a/var/lib/pacemaker/cib/cib.xml",
      '<cib validate-with="pacemaker-3.9"\n  epoch="1"\n  bog‸us="1">\n</cib>\n',
    ],
    [
      "a file whose comments begin in column 1",
      "ocfs2/number-range",
      "a/etc/ocfs2/cluster.conf",
      "cluster:\n\tnode_count = 1\n\tname = web\nnode:\n\tip_port = 7777\n\tip_address = 192.0.2.1\n\tnumber = 300‸\n\tname = a\n\tcluster = web\n",
    ],
  ])("adds no mistake: %s", (_, rule, file, text) => {
    const after = disabled({ [file]: text });
    expect(after[file]).toContain(rule);
    const before = cursorIn({ [file]: text }).view.findings.map((finding) => finding.rule);
    expect(before).toContain(rule);
    const now = cursorIn(after).view.findings.map((finding) => finding.rule);
    expect(now).toEqual(before.filter((one) => one !== rule));
  });

  test("keeps the file's line ends", () => {
    const after = disabled({ [path]: vrrp("    advert_‸jitter 1").replaceAll("\n", "\r\n") });
    expect(after[path]!.replaceAll("\r\n", "")).not.toContain("\n");
  });

  test("is not offered for the comments themselves", () => {
    const text = vrrp("    # halint-disable-line schema/un‸known-keyword");
    expect(disabled({ [path]: text })[path]).toBe(text.replace("‸", ""));
  });
});

/** A finding of every format: at a word that is wrong there. */
const wrong: Readonly<Record<string, string>> = {
  cib: '<?xml version="1.0"?>\n<cib\n  nonsense="1">\n</cib>\n',
  drbd: "resource r0 {\n    nonsense 1;\n}\n",
  corosync: "totem {\n    nonsense: 1\n}\n",
  crmsh: "primitive p ocf:heartbeat:IPaddr2 \\\n    params nonsense=1 \\\n    op monitor interval=10s\n",
  interfaces: "auto eth0\niface eth0 inet static\n    address nonsense\n",
  hosts: "nonsense zerg\n",
  fstab: "/dev/sda1 /srv nonsense nonsense nonsense nonsense\n",
  "ipvsadm-rules": "    -A -t nonsense\n",
  hostname: "non_sense!\n",
};

test.each(formats.map((format) => ({ id: format.id, format })))(
  "a comment suppresses what is found in $id",
  ({ id, format }) => {
    const text = wrong[id] ?? "nonsense {\nnonsense\n";
    const findings: Finding[] = lintText(format, text).filter(({ rule }) => !rule.startsWith("halint/"));
    for (const finding of findings) {
      const edit = disabling(finding, format);
      expect(edit, `${finding.rule} at ${finding.at.start}`).toBeDefined();
      const after = lintText(format, applyEdits(text, [edit!]));
      const same = (all: readonly Finding[]) => all.filter(({ rule }) => rule === finding.rule).length;
      expect(same(after), `${finding.rule}: ${applyEdits(text, [edit!])}`).toBeLessThan(same(findings));
      expect(after.filter(({ rule }) => rule.startsWith("halint/"))).toEqual([]);
    }
  },
);
