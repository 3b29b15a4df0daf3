import { describe, expect, test } from "vitest";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { lintText } from "../support/cluster.ts";

// What haproxy 2.6.12, 3.0.11 and 3.2.26 say of these lines; in "yyn" the last one refuses.

const versions = ["2.6.12", "3.0.11", "3.2.26"];

const file = (frontend: string, backend: string, above: string): string => `${above}
defaults
    mode http
    timeout connect 5s
    timeout client 30s
    timeout server 30s
frontend f
    bind 127.0.0.1:8080
    ${frontend}
    default_backend b
backend b
    server s1 192.0.2.1:80
    ${backend}
`;

const verdicts = (text: string): string =>
  versions
    .map((version) =>
      lintText(haproxy, text, { haproxy: version }).some(({ daemon }) => daemon === "rejects"),
    )
    .map((rejected) => (rejected ? "n" : "y"))
    .join("");

describe("lines of a frontend", () =>
  test.each([
    ["option tcplog clf", "nny"],
    ["option tcplog foo", "nnn"],
    ["bind :81 shards by-thread", "yyy"],
    ["bind :81 shards by-group", "nyy"],
    ["bind :8443 quic-cc-algo cubic", "nyy"],
    ["bind :8443 quic-cc-algo nocc(,12)", "nnn"],
    ["bind :8443 quic-cc-algo bbr", "nny"],
    ["compression algo gzip", "yyy"],
    ["compression algo-req gzip", "nyy"],
    ["compression minsize-req 100", "nny"],
    ["filter trace name x max-fwd 100", "nnn"],
    ["filter bwlim-in x default-limit 1k default-period 1s", "nyy"],
    ["filter bwlim-in x default-limit 1k limit 3 default-period 1s", "nnn"],
    ["mode log", "nnn"],
  ])("%s: %s", (line, expected) => expect(verdicts(file(line, "", ""))).toBe(expected)));

describe("lines of a backend", () =>
  test.each([
    ["balance sticky", "nyy"],
    ["balance random", "yyy"],
    ["balance random(2)", "yyy"],
    ["balance random(0)", "nnn"],
    ["balance random(x)", "nnn"],
    ["balance random x", "yyy"],
    ["balance log-hash", "nnn"],
    ["hash-type consistent none", "nyy"],
    ["retry-on 429", "nyy"],
    ["retry-on 421", "nny"],
    ["option httpchk GET / HTTP/1.1", "yyy"],
    ["option httpchk GET / HTTP/1.1 host", "nny"],
    ["option httpchk GET / HTTP/1.1 host more", "nnn"],
    ["option mysql-check user x post-80", "nnn"],
    ["server s2 192.0.2.2:80 hash-key guid", "nnn"],
  ])("%s: %s", (line, expected) => expect(verdicts(file("", line, ""))).toBe(expected)));

describe("other sections", () =>
  test.each([
    ["global\n    set-dumpable", "yyy"],
    ["global\n    set-dumpable on", "nny"],
    ["global\n    profiling.tasks lock", "nnn"],
    ["global\n    tune.listener.multi-queue fair", "nyy"],
    ["backend x\n    mode log\n    balance roundrobin\n    server s udp@192.0.2.1:514", "nyy"],
    ["backend x\n    mode log\n    balance source\n    server s udp@192.0.2.1:514", "nnn"],
    ["backend x\n    mode log\n    balance log-hash lower\n    server s udp@192.0.2.1:514", "nyy"],
    ["backend x\n    mode log\n    balance log-hash nope(2)\n    server s udp@192.0.2.1:514", "nnn"],
    ["backend x\n    mode spop\n    server s 192.0.2.1:514", "nny"],
    ["fcgi-app a\n    docroot /var\n    option max-reqs 8", "nnn"],
    ["fcgi-app a\n    docroot /var\n    option max-reqs 8\n    option mpxs-conns", "yyy"],
    [".if streq(a)\n.endif", "nnn"],
    [".if streq(a,b)\n.endif", "yyy"],
    [".if strstr(a,b)\n.endif", "nyy"],
    [".if feature(SSL,LUA)\n.endif", "nnn"],
    [".if version_atleast(2.4\n.endif", "nnn"],
    [".if version_atleast()\n.endif", "yyy"],
    [".if enabled(POLL)\n.endif", "nyy"],
  ])("%s: %s", (lines, expected) => expect(verdicts(file("", "", lines))).toBe(expected)));
