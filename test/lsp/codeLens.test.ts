import fc from "fast-check";
import { expect, test } from "vitest";
import { codeLenses, showPlaces } from "../../lsp/features/codeLens.ts";
import { lineText } from "../../parsers/core/source.ts";
import type { Files } from "../support/cluster.ts";
import { anyPlace } from "./anyPlace.ts";
import { client, cursorIn } from "./cursor.ts";

/** "line: title" of each lens. */
function lenses(files: Files): string[] {
  const { view, at } = cursorIn(files);
  return codeLenses(view, client, at.source).map(
    ({ range, command }) => `${lineText(at.source, range.start.line).trim()}: ${command?.title}`,
  );
}

const instance = (name: string): string => `vrrp_script chk {
    script /bin/true
}
vrrp_instance ${name} {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        10.0.0.4/24
    }
    track_script {
        chk
    }
}
`;

const path = "etc/keepalived/keepalived.conf";

test("the instance on the other node, by its router id, and how often a name is used", () => {
  const files = { [`zerg/${path}`]: `${instance("VI_1")}‸`, [`supermente/${path}`]: instance("VI_2") };
  expect(lenses(files)).toEqual([
    "vrrp_script chk {: 1 reference",
    "vrrp_instance VI_1 {: same instance on supermente",
    "vrrp_instance VI_1 {: 0 references",
  ]);
  const { view, at } = cursorIn(files);
  expect(codeLenses(view, client, at.source)[1]?.command).toEqual({
    title: "same instance on supermente",
    command: showPlaces,
    arguments: [
      `file:///ws/zerg/${path}`,
      { line: 3, character: 14 },
      [
        {
          uri: `file:///ws/supermente/${path}`,
          range: { start: { line: 3, character: 14 }, end: { line: 3, character: 18 } },
        },
      ],
    ],
  });
});

test("a DRBD resource on the other node", () => {
  const resource = "resource r0 {\n  device /dev/drbd0;\n}\n";
  expect(
    lenses({ "zerg/etc/drbd.d/r0.res": `${resource}‸`, "supermente/etc/drbd.d/other.res": resource }),
  ).toContain("resource r0 {: same resource on supermente");
});

test("backends and sections of HAProxy", () => {
  expect(
    lenses({
      "zerg/etc/haproxy/haproxy.cfg": `resolvers dns
    nameserver a 10.0.0.9:53
frontend f
    bind :80
    use_backend b if { nbsrv(b) gt 1 }
    default_backend b
backend b
    server s a.example:80 resolvers dns
backend c
    server s 10.0.0.1:80‸
`,
    }),
  ).toEqual(["resolvers dns: 1 reference", "backend b: 3 references", "backend c: 0 references"]);
});

test("any text has lenses with a title", () => {
  fc.assert(
    fc.property(anyPlace, ({ view, at: { source } }) => {
      for (const { command } of codeLenses(view, client, source)) expect(command?.title).toBeTruthy();
    }),
    { numRuns: 200 },
  );
});
