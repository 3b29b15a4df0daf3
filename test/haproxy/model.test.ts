import { describe, expect, test } from "vitest";
import { sourceOf, textOf } from "../../parsers/core/source.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Haproxy } from "../../parsers/haproxy/model.ts";
import { expressionsIn } from "../../parsers/haproxy/sections.ts";

const model = (text: string): Haproxy => haproxy.model(haproxy.parse(sourceOf("haproxy.cfg", text)));

const text = `global
  stats socket /run/haproxy/admin.sock mode 660 level admin
  localpeer a
defaults base
  mode http
  timeout client 30s
  default-server inter 2s check
  log-format "%ci %[path]"
defaults other from base
  option redispatch
frontend web from other
  bind 192.0.2.1:80,[::]:80 name plain
  bind :443 ssl crt /etc/ssl/a.pem alpn h2,http/1.1
  acl local src 192.0.2.0/24
  http-request set-var(txn.host) req.hdr(host) lower if local !{ path_beg -i /a /b } or TRUE
  tcp-request content track-sc0 src table t
  http-request set-header X-Name "%[src,lower] %ci" unless local
  use_backend %[req.hdr(host),lower] if local
  default_backend app
backend app
  balance hdr(host)
  server one 192.0.2.11:8080 weight 10
  default-server maxconn 5
  server two 192.0.2.12:8080 check sni req.hdr(host)
  server-template srv 1-3 app.example:80
  stick-table type ip size 1m expire 30s peers ha store gpc0,http_req_rate(10s)
  cookie SRV insert indirect
peers ha
  peer a 192.0.2.1:1024
  table t type ip size 1k
userlist ops
  user root insecure-password x groups g1,g2
`;

describe("the model", () => {
  const { proxies, peers, userlists, global } = model(text);
  const [base, other, web, app] = proxies;

  test("sections inherit by from", () => {
    expect(web!.defaults).toBe(other);
    expect(other!.defaults).toBe(base);
    expect(app!.defaults).toBe(other);
    expect([web!.mode, app!.mode]).toEqual(["http", "http"]);
  });

  test("binds have addresses and options", () => {
    const [first, second] = web!.binds;
    expect(first!.addresses.map(({ host, port, kind }) => [host, port?.low, kind])).toEqual([
      ["192.0.2.1", 80, "ip4"],
      ["::", 80, "ip6"],
    ]);
    expect(second!.options.map(({ name, args }) => [name, ...args.map(({ value }) => value)])).toEqual([
      ["ssl"],
      ["crt", "/etc/ssl/a.pem"],
      ["alpn", "h2,http/1.1"],
    ]);
    expect(global.sockets[0]!.addresses[0]!.host).toBe("/run/haproxy/admin.sock");
    expect(global.localPeer?.value).toBe("a");
  });

  test("servers inherit the default-server lines above them", () => {
    const names = app!.servers.map(({ name, inherited }) => [name.value, inherited.map((one) => one.name)]);
    expect(names).toEqual([
      ["one", ["inter", "check"]],
      ["two", ["inter", "check", "maxconn"]],
    ]);
    expect(app!.templates.map(({ prefix, first, last }) => [prefix.value, first, last])).toEqual([
      ["srv", 1, 3],
    ]);
  });

  test("rules are cut into action, arguments and condition", () => {
    const [set, track, header, use] = web!.rules;
    expect([set!.ruleset, set!.action, set!.parameter]).toEqual(["http-request", "set-var", "txn.host"]);
    expect(set!.args.map(({ value }) => value)).toEqual(["req.hdr(host)", "lower"]);
    expect(
      set!.condition!.suites.map((suite) => suite.map(({ name, negated }) => [name?.value, negated])),
    ).toEqual([
      [
        ["local", false],
        [undefined, true],
      ],
      [["TRUE", false]],
    ]);
    const [anonymous] = set!.anonymous;
    expect(anonymous!.criterion!.fetch!.name).toBe("path_beg");
    expect(anonymous!.flags.map(({ value }) => value)).toEqual(["-i"]);
    expect(anonymous!.patterns.map(({ value }) => value)).toEqual(["/a", "/b"]);
    expect([track!.ruleset, track!.action, track!.args.map(({ value }) => value)]).toEqual([
      "tcp-request content",
      "track-sc0",
      ["src", "table", "t"],
    ]);
    expect(header!.condition!.keyword.value).toBe("unless");
    expect(use!.expressions[0]!.kind).toBe("format");
  });

  test("separate converters belong to the sample", () => {
    const [place] = web!.rules[0]!.expressions;
    expect(place?.kind === "sample" && place.sample.converters.map(({ name }) => name)).toEqual(["lower"]);
  });

  test("a format of defaults is read in the frontend that inherits it", () => {
    const formats = proxies.flatMap(expressionsIn).flatMap((one) => (one.kind === "format" ? [one] : []));
    const logs = formats.filter(({ statement }) => statement.keyword.value === "log-format");
    expect(logs.map(({ proxy }) => proxy?.name?.value)).toEqual(["web"]);
    expect(textOf(logs[0]!.format.items[1]!.sample!.fetch!.at)).toBe("path");
  });

  test("tables, peers and users", () => {
    expect(app!.stickTable!.store.map(({ name, args }) => [name, args])).toEqual([
      ["gpc0", undefined],
      ["http_req_rate", "10s"],
    ]);
    expect(app!.stickTable!.expire!.value).toBe(30000);
    expect(app!.balance).toMatchObject({ algorithm: "hdr", parameter: "host" });
    expect(peers[0]!.peers.map(({ name }) => name.value)).toEqual(["a"]);
    expect(peers[0]!.tables.map(({ name, type }) => [name!.value, type!.value])).toEqual([["t", "ip"]]);
    expect(userlists[0]!.users[0]!.groups.map(({ value }) => value)).toEqual(["g1", "g2"]);
  });

  test("broken lines give a model", () => {
    const broken =
      "frontend\nacl\nhttp-request\nhttp-request set-var(\nbind\nuse_backend if\nlog\nstick\nbackend from\nserver\n";
    for (let i = 0; i <= broken.length; i++) expect(() => model(broken.slice(0, i))).not.toThrow();
    for (let i = 0; i <= text.length; i += 7) expect(() => model(text.slice(i))).not.toThrow();
  });
});
