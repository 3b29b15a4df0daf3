import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { main } from "../../cli/main.ts";
import { sourceOf, span } from "../../parsers/core/source.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import type { Finding } from "../../rules/rule.ts";
import { check } from "../../workspace/check.ts";
import { nodeDisk } from "../../workspace/nodeDisk.ts";
import { openWorkspace } from "../../workspace/open.ts";
import { ofTemplates } from "../../workspace/rendered.ts";
import { shown } from "../support/tree.ts";

let folder = "";
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Files = Readonly<Record<string, string>>;

function written(files: Files): string {
  folder = mkdtempSync(join(tmpdir(), "halint-render-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** What is found in the files with their templates rendered, and the files of each host. */
async function rendered(files: Files, inventory?: string) {
  const cwd = written(files);
  const render = inventory === undefined ? [] : [join(cwd, inventory)];
  const workspace = await openWorkspace(["."], { disk: nodeDisk, cwd, render });
  const texts = new Map(
    [...(workspace.renderings ?? [])].map(([source, { host }]) => [host, source.text] as const),
  );
  const clusters = workspace.clusters.map(({ name, nodes }) =>
    [name, ...nodes.map((node) => `${node.name}=${node.documents.map(({ path }) => path).join(" ")}`)].join(
      " ",
    ),
  );
  return { findings: check(workspace).findings.map(shown), texts, clusters };
}

const of = (findings: readonly string[], rule: string): string[] =>
  findings.filter((one) => one.includes(rule));

const template = `{# the state does not matter #}
vrrp_instance VI_1 {
    state BACKUP
    interface {{ keepalived_interface | default('eth0') }}
    virtual_router_id {{ vrid }}
    priority {{ keepalived_priority }}
    unicast_src_ip {{ ansible_host }}
    unicast_peer {
{% for host in groups['lb'] if host != inventory_hostname %}
        {{ hostvars[host].ansible_host }}
{% endfor %}
    }
    virtual_ipaddress {
        {{ vip }}
    }
}
`;

const ini = (one: number | string, other: number | string): string => `# two load balancers
[lb]
lb1 ansible_host=10.0.0.1 keepalived_priority=${one}
lb2 ansible_host=10.0.0.2 keepalived_priority=${other}

[lb:vars]
vip=10.0.0.100/24
`;

const yaml = (one: number, other: number): string => `all:
  children:
    lb:
      vars: { vip: 10.0.0.100/24 }
      hosts:
        lb1: { ansible_host: 10.0.0.1, keepalived_priority: ${one} }
        lb2: { ansible_host: 10.0.0.2, keepalived_priority: ${other} }
`;

const role = {
  "roles/keepalived/templates/keepalived.conf.j2": template,
  "roles/keepalived/defaults/main.yml": "vrid: 51\n",
  "roles/keepalived/tasks/main.yml":
    "- name: configure\n  ansible.builtin.template:\n    src: keepalived.conf.j2\n    dest: /etc/keepalived/keepalived.conf\n",
  "site.yml": "- hosts: lb\n  roles:\n    - keepalived\n",
};

describe("priorities of two hosts", () => {
  test.each([
    ["INI", "hosts.ini", ini(100, 100)],
    ["YAML", "hosts.yml", yaml(100, 100)],
  ])("tie in an inventory in %s", async (_, name, text) => {
    const { findings, clusters } = await rendered({ ...role, [name]: text }, name);
    expect(of(findings, "cluster/")).toEqual([expect.stringContaining("equal-priority")]);
    expect(of(findings, "cluster/")[0]).toContain("(as rendered for lb1 and lb2)");
    expect(of(findings, "cluster/")[0]).toMatch(/keepalived\.conf\.j2:6:/);
    expect(clusters).toContain("lb lb1=/etc/keepalived/keepalived.conf lb2=/etc/keepalived/keepalived.conf");
  });

  test.each([
    ["INI", "hosts.ini", ini(100, 101)],
    ["YAML", "hosts.yml", yaml(100, 101)],
  ])("differ in an inventory in %s", async (_, name, text) => {
    expect((await rendered({ ...role, [name]: text }, name)).findings).toEqual([]);
  });

  test("tie by group_vars, beside the inventory and beside the playbook, until host_vars part them", async () => {
    const files = {
      ...role,
      "inventory/hosts": "[lb]\nlb[1:2]\n",
      "inventory/group_vars/all.yml": "vip: 10.0.0.100/24\nkeepalived_priority: 90\n",
      "group_vars/lb/main.yml":
        'keepalived_priority: 100\nansible_host: "10.0.0.{{ inventory_hostname[2:] }}"\n',
    };
    expect(of((await rendered(files, "inventory")).findings, "cluster/equal-priority")).toHaveLength(1);
    rmSync(folder, { recursive: true });
    const parted = { ...files, "inventory/host_vars/lb2.yml": "keepalived_priority: 99\n" };
    const { findings, texts } = await rendered(parted, "inventory");
    expect(findings).toEqual([]);
    expect(texts.get("lb1")).toContain("priority 100\n    unicast_src_ip 10.0.0.1\n");
    expect(texts.get("lb2")).toContain(
      "priority 99\n    unicast_src_ip 10.0.0.2\n    unicast_peer {\n        10.0.0.1\n    }",
    );
  });

  test("by the variables of halint.config, without an inventory", async () => {
    const config = (other: number) => `render:
  vars: { vip: 10.0.0.100/24, groups: { lb: [lb1, lb2] } }
  hosts:
    lb1: { keepalived_priority: 100, ansible_host: 10.0.0.1 }
    lb2: { keepalived_priority: ${other}, ansible_host: 10.0.0.2 }
`;
    const { "site.yml": _, ...bare } = role;
    expect(
      of((await rendered({ ...bare, "halint.config.yaml": config(100) })).findings, "equal-priority"),
    ).toHaveLength(1);
    rmSync(folder, { recursive: true });
    expect((await rendered({ ...bare, "halint.config.yaml": config(50) })).findings).toEqual([]);
  });

  test("of the command itself: the place, both hosts, exit 1; without --render nothing", async () => {
    const cwd = written({ ...role, "hosts.ini": ini(100, 100) });
    const run = async (...argv: string[]) => {
      let out = "";
      let err = "";
      const code = await main([...argv, "--format", "compact"], {
        ...{ cwd, env: {}, isTerminal: false },
        out: (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
      });
      return { code, out, err };
    };
    const { code, out } = await run("--render", "hosts.ini", ".");
    expect(code).toBe(1);
    expect(out).toMatch(/keepalived\.conf\.j2:6:\d+.*cluster\/equal-priority/);
    expect(out).toContain("(as rendered for lb1 and lb2)");
    expect((await run(".")).code).toBe(0);
    const missing = await run("--render", "nowhere.ini", ".");
    expect([missing.code, missing.err]).toEqual([2, "halint: the inventory nowhere.ini is not there\n"]);
  });
});

describe("what is not known", () => {
  test("secrets, facts and undefined variables stay holes, and nothing is said of them", async () => {
    const secret =
      "keepalived_priority: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6162\nvip: 10.0.0.100/24\nansible_host: 10.0.0.1\n";
    const { findings, texts } = await rendered(
      { ...role, hosts: "[lb]\nlb1\nlb2\n", "group_vars/lb.yml": secret },
      "hosts",
    );
    expect(texts.get("lb1")).toContain("priority {{ keepalived_priority }}\n    unicast_src_ip 10.0.0.1");
    expect(of(findings, "equal-priority")).toEqual([]);
  });

  test("a file that is encrypted as a whole may define any name, and over weaker ones", async () => {
    const { texts } = await rendered(
      { ...role, hosts: ini(100, 100), "host_vars/lb1.yml": "$ANSIBLE_VAULT;1.1;AES256\n6162\n" },
      "hosts",
    );
    expect(texts.get("lb1")).toContain("priority {{ keepalived_priority }}");
    expect(texts.get("lb2")).toContain("priority 100");
  });

  test("lookups and filters that are not evaluated are told once, beside what is found", async () => {
    const text = template.replace("{{ vip }}", "{{ lookup('file', '/etc/hostname') | shout }}");
    const files = { ...role, "roles/keepalived/templates/keepalived.conf.j2": text, hosts: ini(100, 100) };
    const { findings } = await rendered(files, "hosts");
    expect(of(findings, "not-rendered")).toEqual([
      expect.stringContaining(
        "lookup() is not evaluated, nor 1 more of this template: what it gives counts as unknown",
      ),
    ]);
    expect(of(findings, "equal-priority")).toHaveLength(1);
  });

  test.each([
    ["a loop without end", "{% for i in range(10**9) %}x{% endfor %}"],
    [
      "loops in loops",
      "{% for i in range(9999) %}{% for j in range(9999) %}# {{ i * j }}\n{% endfor %}{% endfor %}",
    ],
    ["a text that doubles", `{% set x = 'aaaaaaaa' %}${"{% set x = x ~ x %}".repeat(60)}# {{ x }}`],
    ["a list that doubles", `{% set x = [1] %}${"{% set x = [x, x] %}".repeat(60)}# {{ x }}`],
    ["deep parentheses", `# {{ ${"(".repeat(900)}1${")".repeat(900)} }}{% endwhile %}`],
  ])("%s falls back to the mask, with a word", async (_, text) => {
    const began = performance.now();
    const files = {
      ...role,
      "roles/keepalived/templates/keepalived.conf.j2": `${template}${text}\n`,
      hosts: ini(100, 100),
    };
    const { findings, clusters } = await rendered(files, "hosts");
    expect(of(findings, "not-rendered")).toEqual([
      expect.stringMatching(/not rendered, as .*: checked as a template of which no value is known/),
    ]);
    expect(of(findings, "equal-priority")).toEqual([]);
    expect(clusters).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

test("a haproxy.cfg over a group: the backend's servers stand once for each host of it", async () => {
  const files = {
    "roles/haproxy/templates/haproxy.cfg.j2": `frontend www
    bind *:80
    mode http
    timeout client 30s
    default_backend web
backend web
    mode http
    balance roundrobin
    timeout connect 5s
    timeout server 30s
{% for host in groups['web'] | sort %}
    server {{ host }} {{ hostvars[host]['address'] }}:{{ web_port | default(8080) }} check {{ web_options }}
{% endfor %}
`,
    "roles/haproxy/defaults/main.yml": "web_options: raise 3\n",
    "site.yml": "- hosts: lb:!web\n  roles: [{ role: haproxy, web_port: 8081 }]\n",
    hosts: "[lb]\nlb1\n[web]\nweb[01:03] address=10.1.0.1\n",
  };
  const { findings, texts } = await rendered(files, "hosts");
  expect([...texts.keys()]).toEqual(["lb1"]);
  expect(texts.get("lb1")).toContain(
    "    server web01 10.1.0.1:8081 check raise 3\n    server web02 10.1.0.1:8081 check raise 3\n    server web03 10.1.0.1:8081 check raise 3\n",
  );
  expect(of(findings, "option raise")).toEqual([
    expect.stringMatching(/haproxy\.cfg\.j2:12:.*\(as rendered for lb1\)/),
  ]);
});

test("hosts that groups part are not compared, and a finding of many hosts is told once", async () => {
  const site = (name: string) =>
    `[${name}]\n${name}1 keepalived_priority=100\n${name}2 keepalived_priority=101\n`;
  const hosts = `${site("east")}${site("west")}${site("north")}[lb:children]\neast\nwest\nnorth\n[lb:vars]\nvip=10.0.0.300/24\nansible_host=10.0.0.1\n`;
  const { findings, clusters } = await rendered({ ...role, hosts }, "hosts");
  expect(clusters.filter((one) => /^(?:east|west|north) /.test(one))).toHaveLength(3);
  expect(of(findings, "cluster/equal-priority")).toEqual([]);
  expect(of(findings, "10.0.0.300")).toEqual([expect.stringContaining("(as rendered for all 6 hosts)")]);
});

test("a condition of the task leaves hosts out, and its destination tells the format", async () => {
  const files = {
    ...role,
    "roles/keepalived/templates/vip.j2": template,
    "roles/keepalived/tasks/main.yml": `- block:
    - template: { src: vip.j2, dest: "{{ etc }}/keepalived.conf" }
      vars: { etc: /etc/keepalived }
  when: inventory_hostname != 'lb2'
`,
    hosts: ini(100, 100),
  };
  const { clusters } = await rendered(files, "hosts");
  expect(clusters).toContain("lb lb1=/etc/keepalived/keepalived.conf lb2=/etc/keepalived/keepalived.conf");
});

test("a secret of the inventory is never printed whole, though the template does not hold it", () => {
  const source = sourceOf("t.j2", "auth_pass {{ p }}\n");
  const made = sourceOf("lb1:t.j2", "auth_pass correct-horse\n");
  const pieces = [
    { at: 0, from: 0, to: 10, exact: true },
    { at: 10, from: 10, to: 17, exact: false },
  ];
  const finding: Finding = {
    ...{ rule: "a/b", severity: "error", message: "correct-horse is long", daemon: "silent", related: [] },
    at: span(made, 12, 14),
  };
  const [told] = ofTemplates([finding], new Map([[made, { template: source, host: "lb1", pieces }]]));
  expect(told).toMatchObject({
    message: "••• is long (as rendered for lb1)",
    at: { source, start: 10, end: 17 },
  });
});

test("comments of the template hold for what it makes, and levels by its path", async () => {
  const text = template.replace(
    "    priority",
    "    # halint-disable-next-line cluster/equal-priority -- they preempt by address\n    priority",
  );
  const quiet = { ...role, "roles/keepalived/templates/keepalived.conf.j2": text, hosts: ini(100, 100) };
  expect((await rendered(quiet, "hosts")).findings).toEqual([]);
  rmSync(folder, { recursive: true });
  const config = "overrides: [{ files: 'roles/**', rules: { cluster/equal-priority: off } }]\n";
  expect(
    (await rendered({ ...role, hosts: ini(100, 100), "halint.config.yaml": config }, "hosts")).findings,
  ).toEqual([]);
});

test("names in config that is not asked to be rendered do nothing", async () => {
  const cwd = written({
    ...role,
    hosts: ini(100, 100),
    "halint.config.yaml": "render: { inventory: hosts }\n",
  });
  const { clusters, renderings } = await openWorkspace(["."], { disk: nodeDisk, cwd });
  expect([clusters.length, renderings]).toEqual([1, undefined]);
  expect((await openWorkspace(["."], { disk: nodeDisk, cwd, render: [] })).clusters).toHaveLength(2);
});

test("links out of the folders that were named are not followed", async () => {
  const cwd = written({ "secret/all.yml": "keepalived_priority: 100\n", "site/hosts": "[lb]\nlb1\nlb2\n" });
  for (const [name, text] of Object.entries(role)) {
    mkdirSync(dirname(join(cwd, "site", name)), { recursive: true });
    writeFileSync(join(cwd, "site", name), text);
  }
  symlinkSync(join(cwd, "secret"), join(cwd, "site/group_vars"));
  const at = join(cwd, "site");
  const { renderings } = await openWorkspace(["."], { disk: nodeDisk, cwd: at, render: [join(at, "hosts")] });
  expect([...renderings!.keys()][0]!.text).toContain("priority {{ keepalived_priority }}");
});

test("a template of haproxy whose sections are named by holes is told by its content", () => {
  const head = "{% for s in services %}\nbackend {{ s.name }}_back\n    mode http\n{% endfor %}\n";
  expect(haproxy.looksLike?.(head)).toBe(true);
});
