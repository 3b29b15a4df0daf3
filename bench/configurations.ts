const head = `global
    maxconn 20000
    log /dev/log local0
defaults
    mode http
    timeout connect 5s
    timeout client 30s
    timeout server 30s
    timeout http-request 10s
frontend web
    bind :80
    default_backend app0
`;

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const addressOf = (i: number): string => `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`;

const backend = (i: number, lines: readonly string[]): string =>
  `backend app${i}
    balance roundrobin
    option httpchk GET /health
    http-request set-header X-Backend app${i}
    server one ${addressOf(i)}:8080 check
    server two ${addressOf(i)}:8081 check
${lines.map((line) => `    ${line}\n`).join("")}`;

/** haproxy.cfg of a number of backends: nine lines for each backend, those by which its frontend chooses it among them. */
export const shapes = {
  "anonymous ACLs": (count: number) =>
    head +
    range(count)
      .map((i) => `    use_backend app${i} if { req.hdr(host) -i app${i}.example.com }\n`)
      .join("") +
    range(count)
      .map((i) =>
        backend(i, [`server three ${addressOf(i)}:8082 check`, `server four ${addressOf(i)}:8083 check`]),
      )
      .join(""),
  "named ACLs": (count: number) =>
    head +
    range(count)
      .map(
        (i) => `    acl host${i} req.hdr(host) -i app${i}.example.com
    acl path${i} path_beg /app${i}/
    use_backend app${i} if host${i} path${i}
`,
      )
      .join("") +
    range(count)
      .map((i) => backend(i, []))
      .join(""),
};
