import { type Column, none, proof } from "../column.ts";

const lb1 = `defaults
    mode http
    timeout connect 5s
    timeout client 30000
    timeout server 30s

frontend old
    bind :80
    default_backend app

frontend web
    bind :80
    bind :443 ssl crt /etc/haproxy/site.pem
    acl static path_beg /static/
    acl spare path /
    use_backend files if static
    default_backend app
    optoin httplog

backend app
    server a 10.0.0.1:80 check
  server b 10.0.0.2:80 check

backend files
    balance roundrobin
    server b 10.0.0.2:80 check
    stats uri stats
    reqadd X-A:\\ b
`;

export const haproxy: Column = {
  format: "haproxy",
  files: {
    "lb1/etc/haproxy/haproxy.cfg": lb1,
    "lb1/etc/haproxy/site.pem": "",
    "lb2/etc/haproxy/haproxy.cfg": lb1.replace("timeout server 30s", "timeout server 40s"),
  },
  cells: {
    diagnostics: proof("", "unknown keyword optoin"),
    related: proof("", "/lb1/etc/haproxy/haproxy.cfg"),
    tags: proof("", "unnecessary"),
    keywords: proof("    def‸", "default_backend", "    default_backend app"),
    values: proof("balance ‸", "leastconn", "balance roundrobin"),
    names: proof("default_backend ‸", "app files", "default_backend app"),
    files: proof("crt /etc/haproxy/‸", "site.pem", "crt /etc/haproxy/site.pem"),
    resolve: proof("    timeout cl‸", "Inactivity timeout", "    timeout client 30000"),
    snippets: none("sections have no closing mark to put the cursor before"),
    hover: proof("time‸out client", "timeout client"),
    signature: proof("10.0.0.1:80‸ check", "server"),
    definition: proof("default_backend ap‸p", "lb1/etc/haproxy/haproxy.cfg:20 app"),
    references: proof("backend fi‸les\n", "lb1/etc/haproxy/haproxy.cfg:16 files"),
    highlight: proof("acl sta‸tic", "line 16"),
    rename: proof("backend fi‸les\n", "use_backend renamed if static"),
    symbols: proof("", "files"),
    workspaceSymbols: proof("", "files"),
    fix: proof("", "timeout http-request 10s"),
    fixAll: proof("", "stats uri /stats"),
    explain: proof("", "schema/unknown-keyword"),
    open: proof("", "/lb1/etc/haproxy/haproxy.cfg"),
    format: proof("", "\n    server b 10.0.0.2:80 check\n\nbackend files"),
    formatRange: proof(
      "  server ‸b 10.0.0.2:80 check\n\n",
      "\n    server b 10.0.0.2:80 check\n\nbackend files",
    ),
    formatOnType: proof(
      "backend files\n‸\n    balance",
      "backend files\n    \n    balance",
      "backend files\n    balance",
    ),
    folding: proof("", "1 to 5"),
    selection: proof("server a 10.0‸.0.1:80", "steps"),
    tokens: proof("", "keyword"),
    links: proof("", "/etc/haproxy/site.pem"),
    hints: proof("", "ms"),
    lenses: proof("", "1 reference"),
    calls: proof("frontend w‸eb", "to files"),
  },
};
