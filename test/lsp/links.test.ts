import fc from "fast-check";
import { expect, test } from "vitest";
import { documentLinks } from "../../lsp/features/links.ts";
import { toOffset } from "../../lsp/positions.ts";
import { anyPlace } from "./anyPlace.ts";
import { client, cursorIn } from "./cursor.ts";

/** "text → path" of each link, where these files are on node zerg. */
function links(path: string, text: string, ...there: string[]): string[] {
  const { view, at } = cursorIn({ [path]: `${text}‸` });
  const exists = (inside: string, { node }: { readonly node: { readonly name: string } }) =>
    there.includes(inside) ? `file:///${node.name}${inside}` : undefined;
  return documentLinks(view, client, at.source, exists).map(({ range, target }) => {
    const start = toOffset(at.source, range.start, client.encoding);
    return `${at.source.text.slice(start, toOffset(at.source, range.end, client.encoding))} → ${target}`;
  });
}

test("scripts in quotes and without, and included files beside the file or not", () => {
  expect(
    links(
      "zerg/etc/keepalived/keepalived.conf",
      `include more.conf
include ../other/x.conf
include gone.conf
vrrp_script a {
    script "/bin/check eth0 /etc/list"
}
vrrp_script b {
    script /bin/gone
}
vrrp_instance VI_1 {
    notify /bin/check
    virtual_ipaddress {
        10.0.0.4/24
    }
}
`,
      "/etc/keepalived/more.conf",
      "/etc/other/x.conf",
      "/bin/check",
      "/etc/list",
    ),
  ).toEqual([
    "more.conf → file:///zerg/etc/keepalived/more.conf",
    "../other/x.conf → file:///zerg/etc/other/x.conf",
    "/bin/check → file:///zerg/bin/check",
    "/etc/list → file:///zerg/etc/list",
    "/bin/check → file:///zerg/bin/check",
  ]);
});

test("certificates, error files, maps and lists of HAProxy", () => {
  expect(
    links(
      "zerg/etc/haproxy/haproxy.cfg",
      `frontend f
    bind :443 ssl crt /etc/ssl/a.pem ca-file ca.pem
    use_backend %[req.hdr(host),map(/etc/haproxy/hosts.map,b)]
    acl bad src -f /etc/haproxy/bad.lst
    errorfile 503 /etc/haproxy/503.http
    http-request set-path /api%[path]
`,
      "/etc/ssl/a.pem",
      "/etc/haproxy/ca.pem",
      "/etc/haproxy/hosts.map",
      "/etc/haproxy/bad.lst",
      "/etc/haproxy/503.http",
    ),
  ).toEqual([
    "/etc/ssl/a.pem → file:///zerg/etc/ssl/a.pem",
    "ca.pem → file:///zerg/etc/haproxy/ca.pem",
    "/etc/haproxy/hosts.map → file:///zerg/etc/haproxy/hosts.map",
    "/etc/haproxy/bad.lst → file:///zerg/etc/haproxy/bad.lst",
    "/etc/haproxy/503.http → file:///zerg/etc/haproxy/503.http",
  ]);
});

test("any text has links inside it", () => {
  fc.assert(
    fc.property(anyPlace, ({ view, at: { source } }) => {
      for (const { range } of documentLinks(view, client, source, (path) => `file://${path}`)) {
        const start = toOffset(source, range.start, client.encoding);
        expect(start).toBeLessThan(toOffset(source, range.end, client.encoding));
      }
    }),
    { numRuns: 200 },
  );
});
