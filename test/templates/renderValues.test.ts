import { describe, expect, test } from "vitest";
import { yamlOf } from "../../workspace/render/data.ts";
import {
  groupsOf,
  hostsOf,
  matching,
  membersOf,
  newInventory,
  readInventory,
  teamsOf,
} from "../../workspace/render/inventory.ts";
import { templateOf } from "../../workspace/render/jinja.ts";
import { render } from "../../workspace/render/render.ts";
import { absent, isMap, type Value } from "../../workspace/render/values.ts";

const variables = yamlOf(`
a: 5
name: lb1.example.org
web: [w2, w1, w2]
flag: yes
mode: 0644
half: 0.5
list: [{n: a, w: 1}, {n: b, w: 2, extra: true}]
map: {x: 1, "y": two, items: 7}
secret: !vault xyz
`);

const valueOf = (name: string): Value =>
  variables !== undefined && isMap(variables) && variables.has(name) ? variables.get(name)! : absent;

function made(text: string) {
  const missed: string[] = [];
  const { text: out, pieces } = render(templateOf(text), text, valueOf, {
    budget: { left: 1_000_000 },
    missed: (what) => missed.push(what),
  });
  return { out, pieces, missed };
}

const outOf = (text: string): string => made(text).out;

describe("expressions give what Jinja gives", () => {
  test.each([
    ["a + 1 * 2", "7"],
    ["(a + 1) * 2", "12"],
    ["a / 2", "2.5"],
    ["10 / 2", "5.0"],
    ["-7 // 2", "-4"],
    ["-7 % 3", "2"],
    ["2 ** 3", "8"],
    ["-a | abs", "5"],
    ["'x' ~ a ~ none", "x5"],
    ["mode", "420"],
    ["half", "0.5"],
    ["flag", "True"],
    ["1 < a < 9", "True"],
    ["a == 5 and 'w1' in web and 'q' not in web", "True"],
    ["'yes' if a > 3 else 'no'", "yes"],
    ["web", "['w2', 'w1', 'w2']"],
    ["map", "{'x': 1, 'y': 'two', 'items': 7}"],
    ["map.x ~ map['y'] ~ web[0] ~ web[-1] ~ name[:3]", "1twow2w2lb1"],
    ["name.split('.')[0] | upper", "LB1"],
    ["web | unique | sort | join(', ')", "w1, w2"],
    ["web | map('regex_replace', '^w(\\\\d)$', 'web\\\\1') | first", "web2"],
    ["list | selectattr('extra', 'defined') | map(attribute='n') | join", "b"],
    ["list | rejectattr('w', 'gt', 1) | list | length", "1"],
    ["list | sum(attribute='w')", "{{ list | sum(attribute='w') }}"],
    ["nothing | default('d')", "d"],
    ["nothing.at.all | default(web | last)", "w2"],
    ["'' | default('d', true)", "d"],
    ["nothing is defined", "False"],
    ["'7' | int + 1", "8"],
    ["'x' | int(3)", "3"],
    ["'yes' | bool | ternary('y', 'n')", "y"],
    ["{'a': [1, none, true]} | to_json", '{"a": [1, null, true]}'],
    ["'ab' | b64encode", "YWI="],
    ["'ab' | hash('md5')", "187ef4436122d1cc2f40dc2b92f0eba0"],
    ["'10.1.2.3/20' | ansible.utils.ipaddr('network')", "10.1.0.0"],
    ["'10.1.2.3/20' | ipaddr('netmask')", "255.255.240.0"],
    ["'10.1.2.3/20' | ipaddr('address')", "10.1.2.3"],
    ["'10.1.2.3/20' | ipaddr('prefix')", "20"],
    ["'fe80::1' | ipwrap", "[fe80::1]"],
    ["name is match('lb\\\\d') and name is search('example')", "True"],
    ["name is not match('db') or a is string", "True"],
    ["range(3) | list", "[0, 1, 2]"],
    ["map.items() | list | length", "3"],
    ["secret or true", "{{ secret or true }}"],
    ["secret and false", "{{ secret and false }}"],
    ["(secret or true) | ternary(1, 2)", "{{ (secret or true) | ternary(1, 2) }}"],
    ["1 if secret or true else 2", "1"],
    ["false and secret", "False"],
    ["true or secret", "True"],
    ["secret is defined", "{{ secret is defined }}"],
    ["[a, secret] | length", "2"],
    ["[a, secret] | join", "{{ [a, secret] | join }}"],
    ["9007199254740991 + 1", "{{ 9007199254740991 + 1 }}"],
  ])("%s", (code, text) => expect(outOf(`{{ ${code} }}`)).toBe(text));
});

describe("nothing of JavaScript is reached", () => {
  test.each([
    "''.constructor.constructor('return process')()",
    "web.constructor",
    "map.constructor",
    "map['__proto__']",
    "map.__class__.__mro__",
    "a.toString()",
    "web.map.call",
    "range.constructor('return 1')()",
    "map.get.constructor",
    "web | map(attribute='constructor') | first",
    "web | constructor",
    "web | map('__proto__') | list",
    "a is constructor",
    "(web | attr('length'))",
    "cycler.__init__.__globals__.os.popen('id').read()",
    "lookup('pipe', 'id')",
    "query('file', '/etc/passwd')",
    "hasOwnProperty",
    "this",
    "globalThis.process.exit()",
    "process",
    "{'__proto__': {'z': 1}}.z",
  ])("%s", (code) => expect(outOf(`{{ ${code} }}`)).toBe(`{{ ${code} }}`));

  test.each([
    "web.constructor",
    "web.length",
    "map.size",
    "map['get']",
    "name.length",
    "name.__proto__",
    "a.toFixed",
  ])("%s is not there", (code) => expect(outOf(`{{ ${code} is defined }}`)).toBe("False"));

  test("a name of the prototype in a mapping is but a name", () => {
    expect(outOf("{{ {'__proto__': 1, 'constructor': 2}.constructor }}")).toBe("2");
    expect(({} as Record<string, unknown>).z).toBeUndefined();
  });

  test.each(["(a+)+$", "(a|a)*$", "(?=a)b", "((a*)b?)*", "a*a*a*a*a*a*a*a*c"])(
    "the pattern %s, which could take long, is not tried",
    (pattern) => {
      const code = `{{ '${"a".repeat(60)}' | regex_replace('${pattern}', 'x') }}`;
      expect(outOf(code)).toBe(code);
    },
  );
});

describe("blocks", () => {
  test.each([
    [
      "{% for h in web %}\n{{ loop.index }}{{ h }}{% if not loop.last %},{% endif %}\n\n{% endfor %}\n.",
      "1w2,\n2w1,\n3w2\n.",
    ],
    ["{% for h in web if h != 'w2' %}{{ h }}{% else %}none{% endfor %}", "w1"],
    ["{% for k, v in map.items() %}{{ k }}={{ v }} {% endfor %}", "x=1 y=two items=7 "],
    ["{% set x = 1 %}{% for h in web %}{% set x = 2 %}{% endfor %}{{ x }}", "1"],
    ["{% set x %}a{{ a }}{% endset %}{{ x }}", "a5"],
    ["{% macro m(p, q=2) %}{{ p }}-{{ q }}{% endmacro %}{{ m(1) }} {{ m(1, q=3) }}", "1-2 1-3"],
    ["a  {%- if true %} b {%- endif %}  c", "a b  c"],
    ["{# gone #}x{# # halint-disable-line a/b #}", "x{# # halint-disable-line a/b #}"],
    ["{% raw %}{{ a }}{% endraw %}", "{% raw %}{{ a }}{% endraw %}"],
    [
      "{% if a == 4 %}x{% elif secret %}y{% else %}z{{ a }}{% endif %}",
      "{% if secret %}y{% else %}z5{% endif %}",
    ],
    ["{% if secret %}{% set a = 1 %}{% endif %}{{ a }}", "{% if secret %}{% endif %}{{ a }}"],
    [
      "{% for x in secret %}\n{{ x }} {{ a }}\n{% endfor %}\n",
      "{% for x in secret %}\n{{ x }} 5\n{% endfor %}\n",
    ],
    ["{% set l = [] %}{% do l.append(1) %}{{ l }}", "{{ l }}"],
    [
      "#jinja2: lstrip_blocks: True, trim_blocks: False\n  a  {% if true %}b{% endif %}\n  {% set z = 1 %}\n.",
      "  a  b\n\n.",
    ],
    ["#jinja2: lstrip_blocks: True\n  {% if true %}\nx\n  {% endif %}\n", "x\n"],
  ])("%s", (text, out) => expect(outOf(text)).toBe(out));

  test("what was made knows where it comes from", () => {
    const text = "{% for h in web %}\ns {{ h }}\n{% endfor %}\n";
    expect(made(text).pieces.slice(0, 3)).toEqual([
      { at: 0, from: 19, to: 21, exact: true },
      { at: 2, from: 21, to: 28, exact: false },
      { at: 4, from: 28, to: 29, exact: true },
    ]);
  });

  test.each([
    "{% if a %}x",
    "{% endfor %}",
    "{% extends 'x' %}",
    "#jinja2: variable_start_string: '[['\n[[ a ]]{% endif %}",
  ])("%s is not rendered", (text) => expect(() => templateOf(text)).toThrow());
});

describe("inventories", () => {
  const text = `lb1
[web]
web[01:03] port=80 label="a b" # comment
[db:children]
db_east
db_west
[db_east]
e[a:b]
[db_west]
w1
w2
[db:vars]
x = yes
n = 5
`;
  const inventory = newInventory();
  test("INI: ranges, values, children, variables", () => {
    expect(readInventory(inventory, "hosts", text)).toBeUndefined();
    expect([...inventory.hosts.keys()]).toEqual(["lb1", "web01", "web02", "web03", "ea", "eb", "w1", "w2"]);
    expect([...inventory.hosts.get("web02")!]).toEqual([
      ["port", 80],
      ["label", "a b"],
    ]);
    expect([...inventory.groups.get("db")!.vars]).toEqual([
      ["x", "yes"],
      ["n", 5],
    ]);
    expect([...membersOf(inventory, "db")]).toEqual(["ea", "eb", "w1", "w2"]);
    expect(groupsOf(inventory, "w1")).toEqual(["db", "db_west"]);
  });

  test("patterns of plays", () => {
    expect(matching(inventory, "db:!db_west,lb1")).toEqual(["lb1", "ea", "eb"]);
    expect(matching(inventory, "w*:&db")).toEqual(["w1", "w2"]);
    expect(matching(inventory, "none")).toEqual([]);
  });

  test("groups part hosts into teams, those of one host do not", () => {
    expect(teamsOf(inventory, matching(inventory, "db"))).toEqual([
      ["ea", "eb"],
      ["w1", "w2"],
    ]);
    const pair = newInventory();
    readInventory(pair, "hosts", "[master]\na\n[backup]\nb\n[lb:children]\nmaster\nbackup\n");
    expect(teamsOf(pair, ["a", "b"])).toEqual([["a", "b"]]);
  });

  test("hosts of one range, and of one that never ends", () => {
    expect(hostsOf("r[1:2]-[a:b].x")).toEqual(["r1-a.x", "r1-b.x", "r2-a.x", "r2-b.x"]);
    expect(readInventory(newInventory(), "hosts", "h[1:999999999]\n")).toMatch(/more than 10000 hosts/);
    expect(readInventory(newInventory(), "hosts", "h[1:99][1:99][1:99]\n")).toMatch(/more than 10000 hosts/);
  });

  test("groups in a circle, programs and aliases that grow end", () => {
    const round = newInventory();
    readInventory(round, "hosts", "[a:children]\nb\n[b:children]\na\n[b]\nh\n");
    expect(groupsOf(round, "h")).toHaveLength(2);
    expect(readInventory(newInventory(), "hosts", "#!/bin/sh\nid\n")).toMatch(/does not run/);
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghij"
      .split("")
      .map((name, i) => `${name}: &${name} [${`*${"abcdefghi"[i]},`.repeat(9)}]`)
      .join("\n")}\n`;
    expect(yamlOf(bomb)).toBeUndefined();
  });
});

test("any text is rendered, or refused with a reason", () => {
  const seeds = [
    "{% for k, v in map.items() if v is defined %}{{ k | default('x') }}={{ v[1:2] }}{% else %}{% set q = [1, {'a': 2}] %}{% endfor %}\n",
    "{%- if a > 3 and web | length == 3 -%} {{ web | map('upper') | join('-') }} {%- elif secret %}{{ m(1, b=2) }}{% else %}x{% endif +%}\n",
    "{% macro m(a, b='q') %}{{ a ~ b }}{% endmacro %}{% with x = 1, y = x %}{{ m(x) }}{% endwith %}{# halint- #}{% raw %}{{{% endraw %}",
    "#jinja2: lstrip_blocks: True\n  {{ list | selectattr('w', 'gt', 1) | first }}{{ name | regex_replace('^(.*)\\\\.org$', '\\\\1') }}",
  ];
  let state = 7;
  const random = (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % below;
  };
  for (let round = 0; round < 4000; round++) {
    let text = seeds[random(4)]!;
    for (let i = random(4); i >= 0; i--) {
      const from = seeds[random(4)]!;
      const start = random(from.length);
      const at = random(text.length + 1);
      text = text.slice(0, at) + from.slice(start, start + random(12)) + text.slice(at + random(6));
    }
    try {
      const { out, pieces } = made(text);
      expect(pieces.every(({ from, to }) => 0 <= from && from <= to && to <= text.length)).toBe(true);
      for (const { at, from, to, exact } of pieces)
        if (exact) expect(out.slice(at, at + to - from)).toBe(text.slice(from, to));
    } catch (error) {
      expect((error as Error).name, `${text}\n${(error as Error).stack}`).toMatch(/^(?:Unreadable|Spent)$/);
    }
  }
});
