import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { positionAt } from "../../parsers/core/source.ts";
import { type Files, lintFiles } from "../support/cluster.ts";

// The twenty mistakes by which tools for haproxy.cfg were compared: one good file, and one mistake in each copy of it.

const read = (name: string): string => readFileSync(new URL(`./peers/${name}.cfg`, import.meta.url), "utf8");

const main = "/etc/haproxy/haproxy.cfg";

/** Findings in haproxy.cfg as "line:column rule". */
const places = (files: Files): string[] =>
  lintFiles(files).flatMap(({ at, rule }) => {
    const { line, column } = positionAt(at.source, at.start);
    return at.source.path.endsWith(main) ? [`${line + 1}:${column + 1} ${rule}`] : [];
  });

test.each([
  ["00-clean", []],
  ["01-misspelt-keyword", ["22:5 schema/unknown-keyword"]],
  ["02-undefined-backend", ["19:21 haproxy/undefined-backend", "21:9 haproxy/unused-backend"]],
  ["03-undefined-acl", ["19:24 haproxy/undefined-acl"]],
  ["04-unused-backend", ["27:9 haproxy/unused-backend"]],
  ["05-address-bound-twice", ["28:10 haproxy/duplicate-bind"]],
  ["06-milliseconds", ["12:21 haproxy/timeout-without-unit"]],
  ["07-cookie-twice", ["27:46 haproxy/duplicate-server-cookie"]],
  ["08-rule-after-use-backend", ["21:5 haproxy/misordered-rule"]],
  ["09-no-timeouts", ["14:10 haproxy/timeouts-missing", "18:9 haproxy/timeouts-missing"]],
  ["10-server-twice", ["25:12 haproxy/duplicate-server-name"]],
  ["11-no-check", ["23:12 haproxy/server-without-check"]],
  ["12-misspelt-algorithm", ["22:13 schema/wrong-value"]],
  ["13-unused-acl", ["19:9 haproxy/unused-acl"]],
  ["14-port-too-large", ["25:28 haproxy/address"]],
  ["18-misspelt-parameter", ["25:33 schema/extra-words"]],
  ["19-misspelt-action", ["19:18 schema/unknown-keyword"]],
  ["20-misspelt-option", ["23:12 schema/unknown-keyword"]],
])("%s", (name, expected) => {
  expect(places({ [main]: read(name) })).toEqual(expected);
});

test("15-virtual-address: the file alone shows nothing, with keepalived.conf and sysctl.conf beside it", () => {
  const alone = read("15-virtual-address");
  const keepalived = `vrrp_instance WEB {
    interface eth0
    virtual_router_id 41
    virtual_ipaddress {
        192.0.2.100/24
    }
}
`;
  expect(places({ [main]: alone })).toEqual([]);
  const beside = (setting: string): Files => ({
    [`lb1${main}`]: alone,
    "lb1/etc/keepalived/keepalived.conf": keepalived,
    "lb1/etc/sysctl.conf": `${setting}\n`,
  });
  expect(places(beside("net.ipv4.ip_forward = 1"))).toEqual(["18:10 cross/haproxy-nonlocal-bind"]);
  expect(places(beside("net.ipv4.ip_nonlocal_bind = 1"))).toEqual([]);
});

test("16-name-of-no-host: only the machine's resolver shows it; the file shows that a name decides the start", () => {
  expect(places({ [main]: read("16-name-of-no-host") })).toEqual([
    "25:17 haproxy/server-fqdn-without-init-addr",
    "25:17 haproxy/server-fqdn-without-resolvers",
  ]);
});

test("17-certificate-missing: only the machine shows it; a copy of its files shows it where it holds the others", () => {
  const files = { [`lb1${main}`]: read("17-certificate-missing") };
  expect(places(files)).toEqual([]);
  const other = { "lb1/etc/haproxy/certs/sites.pem": "-----BEGIN CERTIFICATE-----\n" };
  expect(places({ ...files, ...other })).toEqual(["18:24 cross/haproxy-missing-file"]);
});
