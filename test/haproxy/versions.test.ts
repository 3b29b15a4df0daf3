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

const limiting =
  "filter bwlim-out lim default-limit 1m default-period 1s\n    http-request set-bandwidth-limit lim";

describe("what belongs in another section: w warned of, n refused", () =>
  test.each([
    ["balance roundrobin", "", "www"],
    ["balance sticky", "", "nww"],
    ["http-check expect status 200", "", "www"],
    ["tcp-check send a", "", "www"],
    ["stick on src", "", "www"],
    ["persist rdp-cookie", "", "www"],
    ["hash-balance-factor 150", "", "www"],
    ["external-check path /bin", "", "www"],
    ["option allbackups", "", "wwn"],
    ["option forwarded", "", "nww"],
    ["option http-drop-request-trailers", "", "nnn"],
    ["server s2 192.0.2.2:80", "", "nnn"],
    ["", "bind 127.0.0.1:99", "www"],
    ["", "capture cookie a len 3", "www"],
    ["", "rate-limit sessions 3", "www"],
    ["", "option dontlognull", "wwn"],
    ["", "tcp-request connection accept", "nnn"],
  ])("%s%s: %s", (frontend, backend, expected) => {
    const letters = versions.map((version) => {
      const found = lintText(haproxy, file(frontend, backend, ""), { haproxy: version });
      const worst = found.filter(({ severity }) => severity === "error");
      return worst.length > 0
        ? worst.every(({ daemon }) => daemon === "rejects")
          ? "n"
          : "?"
        : found.some(({ rule }) => rule === "schema/misplaced-keyword")
          ? "w"
          : "y";
    });
    expect(letters.join("")).toBe(expected);
  }));

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
    ["http-request set-var(ptxn.a) int(1)\n    http-request deny if { var(psess.b) -m found }", "nny"],
    ["http-request set-var(pproc.a) int(1)", "nnn"],
    ["ssl-f-use crt foo.pem domains a.example.com alias a ocsp-update on", "nny"],
    ["ssl-f-use crt foo.pem acme nowhere", "nnn"],
    ["mode tcp\n    log-format %HM", "nyy"],
    [`${limiting} limit 1m period 2s`, "nyy"],
    [`${limiting} limit 1000`, "nyy"],
    [`${limiting} limit int(1024),mul(3) period int(2000)`, "nyy"],
    [`${limiting} limit 1x`, "nnn"],
    [`${limiting} limit 5g`, "nnn"],
    [`${limiting} limit 1m period 2q`, "nnn"],
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
    ["server s2 192.0.2.2:80 check init-state none", "nny"],
    ["server s2 192.0.2.2:80 check init-state foo", "nnn"],
    ["hash-balance-factor abc", "yyy"],
    ["server s2 192.0.2.2:80 weight", "yyy"],
    ["stick-table type ip size 10k expire 1m store", "yyy"],
    ["http-check expect !status 500", "yyy"],
    ["http-check expect min-recv 3 !rstring a comment b", "yyy"],
    ["http-check expect ! !hdr name X", "yyy"],
    ["http-check expect !foo a", "nnn"],
    ["http-check expect !string", "nnn"],
    ["http-check expect !", "nnn"],
    ["http-check expect string a !comment b", "nnn"],
    ["tcp-check expect !string a", "yyy"],
    ["tcp-check expect !!rbinary 61", "yyy"],
    ["tcp-check expect !string-lf %[nope]", "nnn"],
  ])("%s: %s", (line, expected) => expect(verdicts(file("", line, ""))).toBe(expected)));

describe("other sections", () =>
  test.each([
    ["global\n    set-dumpable", "yyy"],
    ["global\n    setenv A b c", "ynn"],
    ["global\n    ocsp-update.mode foo", "nyy"],
    ["resolvers r\n    nameserver n 192.0.2.53:53 foo", "yyy"],
    ["log-forward l\n    dgram-bind 127.0.0.1:1515 ssl\n    no log\n    log 127.0.0.1:514 local0", "yyy"],
    ["ring r\n    timeout client 5s\n    server s 127.0.0.1:514", "yyy"],
    ["userlist u\n    user bob insecure-password\n    group g users", "yyy"],
    ["userlist u\n    user bob insecure-password my secret", "nnn"],
    [".notice", "yyy"],
    ["global\n    force-cfg-parser-pause 1s", "nnn"],
    ["global\n    expose-experimental-directives\n    force-cfg-parser-pause 1s", "nny"],
    ["traces\n    trace h1 sink buf0 level developer", "nny"],
    ["acme a\n    directory https://ca.example.com/d", "nnn"],
    ["global\n    expose-experimental-directives\nacme a\n    directory https://ca.example.com/d", "nny"],
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

describe("lines that another program fills before haproxy reads them", () =>
  test.each([
    "option tcp-check\n    tcp-check connect port ${s1_port}",
    "option httpchk\n    http-check connect port ${PORT}",
    "http-request sc-set-gpt0(0) ${MARK}",
    'http-request sc-set-gpt0(0) "${MARK}"',
    "http-request set-timeout server ${TIMEOUT}",
  ])("%s: nothing is known of the number", (line) => expect(verdicts(file("", line, ""))).toBe("yyy")));

describe("protocols of a later release", () =>
  test.each([
    ["bind :81 proto qmux", ""],
    ["", "server s2 192.0.2.2:80 proto qmux"],
    ["", "server s2 192.0.2.2:80 check check-proto qmux"],
  ])("%s%s: refused up to 3.2, taken by 3.4", (frontend, backend) => {
    const text = file(frontend, backend, "");
    expect(verdicts(text)).toBe("nnn");
    const found = lintText(haproxy, text, { haproxy: "3.4.0" });
    expect(found.filter(({ daemon }) => daemon === "rejects")).toEqual([]);
  }));
