import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clientOf } from "../../lsp/abilities.ts";
import type { Client } from "../../lsp/client.ts";
import { commands } from "../../lsp/features/codeActions.ts";
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

describe("for a client without the extension's command", () => {
  const files = { [`zerg/${path}`]: `${instance("VI_1")}‸`, [`supermente/${path}`]: instance("VI_2") };
  const commandsOf = (given: Partial<Client>) => {
    const { view, at } = cursorIn(files);
    return codeLenses(view, { ...client, ...given }, at.source).map(({ command }) => command);
  };

  test("a lens with one place opens it by the server, one with several is a text", () => {
    const several = {
      ...files,
      [`third/${path}`]: instance("VI_3").replace("        chk", "        chk\n        chk"),
    };
    expect(commandsOf({ commands: [] })[1]).toEqual({
      title: "same instance on supermente",
      command: commands.open,
      arguments: [
        {
          uri: `file:///ws/supermente/${path}`,
          range: { start: { line: 3, character: 14 }, end: { line: 3, character: 18 } },
        },
      ],
    });
    const { view, at } = cursorIn({
      ...several,
      [`zerg/${path}`]: `${instance("VI_1").replace("        chk", "        chk\n        chk")}‸`,
    });
    const counted = codeLenses(view, { ...client, commands: [] }, at.source)[0];
    expect(counted?.command).toEqual({ title: "2 references", command: "" });
  });

  test("which says in its capabilities what it has", () => {
    const told = (capabilities: object) => clientOf({ capabilities }, () => "");
    const named = { commands: { commands: [showPlaces, 5] } };
    expect(told({ experimental: named, window: { showDocument: { support: true } } })).toMatchObject({
      commands: [showPlaces],
      opens: true,
    });
    for (const experimental of [
      undefined,
      null,
      "all",
      { commands: null },
      { commands: { commands: showPlaces } },
    ])
      expect(told({ experimental })).toMatchObject({ commands: [], opens: false });
  });

  test("that cannot show a document either: texts", () => {
    expect(commandsOf({ commands: [], opens: false }).map((one) => one?.command)).toEqual(["", "", ""]);
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
