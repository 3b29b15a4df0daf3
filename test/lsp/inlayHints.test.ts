import fc from "fast-check";
import { expect, test } from "vitest";
import type { InlayHint } from "vscode-languageserver-types";
import { inlayHints } from "../../lsp/features/inlayHints.ts";
import { toOffset } from "../../lsp/positions.ts";
import { span } from "../../parsers/core/source.ts";
import type { Files } from "../support/cluster.ts";
import { anyPlace } from "./anyPlace.ts";
import { client, cursorIn } from "./cursor.ts";

const textOf = ({ label }: InlayHint): string =>
  typeof label === "string" ? label : label.map(({ value }) => value).join("");

/** The file of the cursor with its hints in ‹ ›. */
function hinted(files: Files): string {
  const { view, at } = cursorIn(files);
  let { text } = at.source;
  for (const hint of inlayHints(view, client, at.source).reverse()) {
    const offset = toOffset(at.source, hint.position, client.encoding);
    text = `${text.slice(0, offset)} ‹${textOf(hint)}›${text.slice(offset)}`;
  }
  return text;
}

test("the unit of a bare number", () => {
  expect(
    hinted({
      "zerg/etc/haproxy/haproxy.cfg": `defaults
    timeout client 5000
    timeout server 5s
    timeout queue 0
    timeout connect {{ seconds }}
backend b
    server s 10.0.0.1:80 check inter 500‸
`,
    }),
  ).toMatchInlineSnapshot(`
    "defaults
        timeout client 5000 ‹ms›
        timeout server 5s
        timeout queue 0
        timeout connect {{ seconds }}
    backend b
        server s 10.0.0.1:80 check inter 500 ‹ms›
    "
  `);
  expect(
    hinted({
      "zerg/etc/drbd.d/r0.res": "resource r0 {\n  net {\n    ping-timeout 5;\n    timeout 60;‸\n  }\n}\n",
    }),
  ).toMatchInlineSnapshot(`
    "resource r0 {
      net {
        ping-timeout 5 ‹× 0.1 s›;
        timeout 60 ‹× 0.1 s›;
      }
    }
    "
  `);
});

const nodes = (count: number): string =>
  `nodelist {\n${Array.from({ length: count }, (_, i) => `  node {\n    nodeid: ${i + 1}\n    ring0_addr: 10.0.0.${i + 1}\n  }\n`).join("")}}\n`;

test("corosync's times and votes as it reckons them", () => {
  expect(
    hinted({
      "zerg/etc/corosync/corosync.conf": `totem {
  version: 2
  token: 5000
}
quorum {
  provider: corosync_votequorum
}
‸${nodes(3)}`,
    }),
  ).toMatchInlineSnapshot(`
    "totem { ‹consensus 6780 ms›
      version: 2
      token: 5000 ‹ms› ‹in effect 5650 ms (5000 + 1 × 650 for 3 nodes)›
    }
    quorum { ‹quorum 2 of 3 votes›
      provider: corosync_votequorum
    }
    nodelist {
      node {
        nodeid: 1
        ring0_addr: 10.0.0.1
      }
      node {
        nodeid: 2
        ring0_addr: 10.0.0.2
      }
      node {
        nodeid: 3
        ring0_addr: 10.0.0.3
      }
    }
    "
  `);
  expect(
    hinted({
      "zerg/etc/corosync/corosync.conf": `totem {
  version: 2
  consensus: 9000
}
quorum {
  provider: corosync_votequorum
  two_node: 1
}
‸${nodes(2)}`,
    }),
  ).toMatchInlineSnapshot(`
    "totem { ‹token 3000 ms›
      version: 2
      consensus: 9000 ‹ms›
    }
    quorum {
      provider: corosync_votequorum
      two_node: 1 ‹quorum 1 of 2 votes›
    }
    nodelist {
      node {
        nodeid: 1
        ring0_addr: 10.0.0.1
      }
      node {
        nodeid: 2
        ring0_addr: 10.0.0.2
      }
    }
    "
  `);
});

const instance = (state: string, priority: number, interval: string, id = 51): string =>
  `vrrp_instance VI_1 {
    state ${state}
    interface eth0
    virtual_router_id ${id}
    priority ${priority}
${interval}    virtual_ipaddress {
        10.0.0.4/24
    }
}
`;

test("what the other node was told, where it is not the same", () => {
  const path = "etc/keepalived/keepalived.conf";
  expect(
    hinted({
      [`zerg/${path}`]: `${instance("MASTER", 150, "    advert_int 2\n")}‸`,
      [`supermente/${path}`]: instance("BACKUP", 100, ""),
    }),
  ).toMatchInlineSnapshot(`
    "vrrp_instance VI_1 {
        state MASTER ‹BACKUP on supermente›
        interface eth0
        virtual_router_id 51
        priority 150 ‹100 on supermente›
        advert_int 2 ‹seconds› ‹1 on supermente›
        virtual_ipaddress {
            10.0.0.4/24
        }
    }
    "
  `);
  const { view, at } = cursorIn({
    [`zerg/${path}`]: `${instance("BACKUP", 100, "")}‸`,
    [`supermente/${path}`]: instance("BACKUP", 100, "", 52),
  });
  const [hint] = inlayHints(view, client, at.source).filter((one) => textOf(one).includes("supermente"));
  expect(hint?.label).toEqual([
    {
      value: "52 on supermente",
      location: {
        uri: `file:///ws/supermente/${path}`,
        range: { start: { line: 3, character: 22 }, end: { line: 3, character: 24 } },
      },
    },
  ]);
});

test("a range gives its own hints only", () => {
  const { view, at } = cursorIn({
    "zerg/etc/haproxy/haproxy.cfg": "defaults\n    timeout client 5000\n‸    timeout server 5000\n",
  });
  expect(inlayHints(view, client, at.source, span(at.source, 0, at.offset))).toHaveLength(1);
});

test("any text has hints inside it", () => {
  fc.assert(
    fc.property(anyPlace, ({ view, at: { source } }) => {
      for (const hint of inlayHints(view, client, source)) expect(textOf(hint)).not.toBe("");
    }),
    { numRuns: 200 },
  );
});
