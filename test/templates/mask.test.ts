import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Span, sourceOf, textOf } from "../../parsers/core/source.ts";
import { isTemplate, variantsOf } from "../../parsers/core/templated.ts";
import { holeChar, maskOf } from "../../parsers/core/templateMask.ts";
import { engineOf } from "../../parsers/core/templateTags.ts";
import { exclusive, type Tree, walk } from "../../parsers/core/tree.ts";
import { drbd } from "../../parsers/drbd/index.ts";
import { haproxy } from "../../parsers/haproxy/index.ts";
import { formats } from "../../parsers/index.ts";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { lintText } from "../support/cluster.ts";

/** The mask as text: `?` for what is not known, blanks at line ends cut. */
const masked = (text: string, path = "x.j2"): string =>
  (maskOf(path, text, (body) => body.includes("frontend"))?.text ?? text)
    .replaceAll(new RegExp(`${holeChar}+`, "g"), "?")
    .replace(/[ \t]+$/gm, "");

test("the suffix tells the language, else the first tags", () => {
  const told = (path: string, text = ""): string | undefined => engineOf(path, text);
  expect(
    ["a.j2", "a.jinja", "a.jinja2", "a.ERB", "a.epp", "a.gotmpl", "a.ctmpl"].map((path) => told(path)),
  ).toEqual(["jinja", "jinja", "jinja", "ruby", "ruby", "go", "go"]);
  expect(told("a.tmpl", "{{ range .x }}{{ end }}")).toBe("go");
  expect(told("a.tmpl", "{{ x }} {% if y %}")).toBe("jinja");
  expect(told("a.tpl", "<%= x %>")).toBe("ruby");
  expect(told("a.template", "${X}")).toBe("shell");
  expect(told("a.conf", "${X}")).toBeUndefined();
  expect(told("a.conf", "{{ x }}")).toBe("jinja");
});

describe("what a mask leaves", () => {
  test.each([
    ["a value", "a {{ b }} c", "a ? c"],
    ["a value in a word", "a{{ b }}c", "a?c"],
    ["a string with an end tag", "a {{ '}}' }} c", "a ? c"],
    ["a comment", "a {# it's {{ b }} #} c", `a ${" ".repeat(18)} c`],
    ["a raw block", "{% raw %}{{ a }}{% endraw %}", "         {{ a }}"],
    ["a tag that nothing closes", "a {{ b\nc", "a {{ b\nc"],
    ["a condition of lines", "{% if x %}\na\n{% else %}\nb\n{% endif %}", "\na\n\nb\n"],
    ["a condition as a line", "{% if x %}a{% endif %}", "          a"],
    ["a choice of words", "a {% if x %}b{% else %}c{% endif %}", "a ?"],
    ["a choice at the end of a word", "a{% if x %}b{% endif %} c", "a? c"],
    ["words that may be left out", "a{% if x %} b{% endif %}", "a           ?"],
    ["a loop in a line", "a {% for x in y %}{{ x }},{% endfor %} b", "a ? b"],
    ["arms that open a block each", "{% if x %}\na {\n{% else %}\nb {\n{% endif %}\n}", "\na {\n\n\n\n}"],
    ["a macro", "{% macro m() %}\na b\n{% endmacro %}\nc", "\n\n\nc"],
    ["a macro that stands by itself", "{% macro m() %}\nfrontend f\n{% endmacro %}", "\nfrontend f\n"],
    ["a line that joins the one before", "a\n{%- if x %} b\n{% endif %}", "a\n            ?\n"],
    [
      "text that follows a choice begun in a line",
      "a {% if x %}b\n{% else %}c\n{% endif %}d",
      "a           ?\n          ?\n           ?",
    ],
    ["a child of another template", "{% extends 'a' %}\n{% block b %}\nc\n{% endblock %}", "\n\n\n"],
    ["the line of Ansible", "#jinja2: trim_blocks: False\na", "\na"],
  ])("%s", (_, text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  test.each([
    ["ERB", "x.erb", "a <%= b %>\n<% if c -%>\nd\n<% end -%>\n<%# e %>", "a ?\n\nd\n\n"],
    ["a block of Ruby", "x.erb", "<% a.each do |b| %>\nc <%= b %>\n<% end %>", "\nc ?\n"],
    ["EPP", "x.epp", "<% if $a { -%>\nb\n<% } else { -%>\nc\n<% } -%>", "\nb\n\nc\n"],
    ["Go", "x.tmpl", "{{ range .a }}\nb {{ .c }}\n{{- end }}\n{{/* d */}}", "\nb ?\n\n"],
    ["a choice of Go", "x.tmpl", "a {{ with .b }}{{ . }}{{ else }}c{{ end }}", "a ?"],
    ["envsubst", "x.template", "a ${B}:${C:-1} $D $e", "a ?:? ? $e"],
    ["configure", "x.conf.in", "a @B@", "a ?"],
  ])("%s", (_, path, text, expected) => {
    expect(masked(text, path)).toBe(expected);
  });
});

const parse = (text: string): Tree => keepalived.parse(sourceOf("keepalived.conf.j2", text));

test("spans, values and arms are the template's", () => {
  const tree = parse(
    "{% if x %}\npriority {{ a | b }}\n{% elif y %}\npriority 2{{ c }}\n{% endif %}\nstate $X\n",
  );
  const [first, second, third] = tree.statements;
  expect(first!.args[0]).toMatchObject({ value: "{{ a | b }}", hole: true });
  expect(textOf(first!.args[0]!.at)).toBe("{{ a | b }}");
  expect(second!.args[0]).toMatchObject({ value: "2{{ c }}", hole: true });
  expect(tree.comments.map(({ at }) => textOf(at))).toEqual(["{% if x %}", "{% elif y %}", "{% endif %}"]);
  expect(exclusive(first!, second!)).toBe(true);
  expect(exclusive(first!, third!)).toBe(false);
  expect(isTemplate(tree)).toBe(true);
  expect(isTemplate(parse("state MASTER\n"))).toBe(false);
});

test("of any two arms a variant has the first without the second, and one has loops go round twice", () => {
  const arm = (i: number): string => `{% if c${i} %}\nk${i}\n{% endif %}\n`;
  const trees = variantsOf(parse(`${[0, 1, 2, 3, 4].map(arm).join("")}{% for a in b %}\nl\n{% endfor %}\n`));
  const words = trees.map(({ tree }) => tree.statements.map(({ keyword }) => keyword.value));
  for (const a of [0, 1, 2, 3, 4])
    for (const b of [0, 1, 2, 3, 4])
      if (a !== b) expect(words.some((some) => some.includes(`k${a}`) && !some.includes(`k${b}`))).toBe(true);
  expect(words.some((some) => some.filter((word) => word === "l").length === 2)).toBe(true);
  expect(words).toContainEqual([]);
});

test("a variant has the files that the whole has followed, and asks nobody again", () => {
  const part = sourceOf("b.conf", "global_defs {\n router_id A\n}\n");
  let asked = 0;
  const source = sourceOf("a.conf.j2", "{% if x %}\nvrrp_version 3\n{% endif %}\ninclude b.conf\n");
  const include = () => {
    asked++;
    return [part];
  };
  const tree = keepalived.read!(source, { include });
  const before = asked;
  const [variant] = variantsOf(tree);
  expect(variant!.tree.statements.map(({ at }) => at.source)).toContain(part);
  expect([before > 0, asked]).toEqual([true, before]);
});

const rules = (text: string): string[] =>
  lintText(keepalived, text)
    .filter(({ rule }) => !rule.startsWith("keepalived/script"))
    .map(({ at, rule }) => `${textOf(at)} ${rule}`);
const instance = (lines: string): string =>
  `vrrp_instance A {\n  interface eth0\n  state BACKUP\n  virtual_router_id 7\n  priority 120\n${lines}\n  virtual_ipaddress {\n    10.0.0.4/24\n  }\n}\n`;

describe("what is said of a template holds whichever way it goes", () => {
  test.each([
    ["arms of one choice", "{% if x %}\n advert_int 1\n{% else %}\n advert_int 2\n{% endif %}"],
    [
      "two choices on one condition",
      "{% if x %}\n advert_int 1\n{% endif %}\n{% if not x %}\n advert_int 2\n{% endif %}",
    ],
    ["a setting that an unknown line may hold", "{{ more }}"],
  ])("%s", (_, lines) => {
    expect(rules(instance(lines))).toEqual([]);
  });

  test("a name that a line which is not known may define", () => {
    const group = "vrrp_sync_group G {\n  group {\n    A\n    B\n  }\n}\n";
    expect(rules(instance("") + group)).toContain("B schema/dangling-reference");
    expect(rules(`${instance("") + group}{% include 'others' %}\n`)).toEqual([]);
    expect(
      rules(
        `${instance("") + group}${instance("").replace(" A ", " {{ other }} ").replace("_id 7", "_id {{ id }}").replace("0.4", "0.5")}`,
      ),
    ).toEqual([]);
  });

  test.each([
    ["haproxy/undefined-backend", haproxy, "frontend f\n  mode http\n  bind :80\n  default_backend b\n"],
    [
      "drbd/unknown-lower",
      drbd,
      "resource up {\n  stacked-on-top-of low {\n    device /dev/drbd1;\n    address 10.0.0.1:7790;\n  }\n}\n",
    ],
    [
      "keepalived/sync-group-single",
      keepalived,
      `${instance("")}vrrp_sync_group G {\n  group {\n    A\n  }\n}\n`,
    ],
  ] as const)("%s: what stands nowhere else may stand in a line that is not known", (rule, format, text) => {
    const found = (head: string) => lintText(format, head + text).map((finding) => finding.rule);
    expect(found("")).toContain(rule);
    expect(found("{{ more }}\n")).not.toContain(rule);
  });

  test("what is wrong in an arm, and what stands twice in one", () => {
    expect(rules(instance("{% if x %}\n advert_itn 1\n{% endif %}"))).toEqual([
      "advert_itn schema/unknown-keyword",
    ]);
    expect(rules(instance("{% if x %}\n advert_int 1\n advert_int 2\n{% endif %}"))).toEqual([
      "advert_int 1 schema/repeated-setting",
    ]);
  });
});

const parts =
  '{{ x }}|{{- x -}}|{{|}}|{% if x %}|{%- if x -%}|{% elif y %}|{% else %}|{% endif %}|{% for a in b %}|{% endfor %}|{% macro m() %}|{% endmacro %}|{% raw %}|{% endraw %}|{# c #}|{#|{%|%}|<%= x %>|<% if x %>|<% } else { -%>|<% end %>|<% x.each { |y| -%>|<%|%>|{{ range .x }}|{{ end }}|{{/* c */}}|{{ define "x" }}|${X}|$X|@X@|@@x|a|b 1|k = v|k: v|[g]|frontend f|vrrp_instance V|{|}|;|"|\'|#|\\|\n|\n|\r\n| |\t|\ue000|\ufeff|é'.split(
    "|",
  );
const text = fc
  .array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 30 })
  .map((all) => all.join(""));
const path = fc.constantFrom("x", "x.j2", "x.erb", "x.epp", "x.tmpl", "x.template", "x.in");

test("any text keeps its length and its line ends", () => {
  fc.assert(
    fc.property(path, text, (name, any) => {
      const mask = maskOf(name, any, (body) => body.length % 2 === 0);
      if (!mask) return;
      expect(mask.text.length).toBe(any.length);
      expect(mask.text.replace(/[^\r\n]/g, "x")).toBe(any.replace(/[^\r\n]/g, "x"));
    }),
    { seed: 11, numRuns: 4000 },
  );
});

test("any text with any tags gives a tree of every format, of which every span is the file's", () => {
  fc.assert(
    fc.property(fc.constantFrom(...formats.map(({ id }) => id)), path, text, (id, name, any) => {
      const format = formats.find((one) => one.id === id)!;
      const source = sourceOf(name, any);
      const tree = format.read ? format.read(source, { include: () => undefined }) : format.parse(source);
      const trees = [tree, ...variantsOf(tree).map((variant) => variant.tree)];
      for (const one of trees) {
        format.model(one);
        const spans: Span[] = [
          ...[...walk(one.statements)].flatMap(({ keyword, args }) => [
            keyword.at,
            ...args.map(({ at }) => at),
          ]),
          ...one.comments.map(({ at }) => at),
          ...one.mistakes.map(({ at }) => at),
        ];
        expect(spans.every((at) => at.source === source && at.start >= 0 && at.end <= any.length)).toBe(true);
      }
      expect(
        JSON.stringify(tree.mistakes.map(({ message }) => message)).includes(holeChar) &&
          !any.includes(holeChar),
      ).toBe(false);
    }),
    { seed: 12, numRuns: 3000 },
  );
});

test("of a template nothing but white space lies outside words, braces and comments", () => {
  fc.assert(
    fc.property(text, (any) => {
      const tree = parse(any);
      const left = any.split("");
      const take = ({ start, end }: Span): void => void left.fill(" ", start, end);
      for (const { keyword, args, block } of walk(tree.statements)) {
        for (const word of [keyword, ...args]) take(word.at);
        if (block) take(block.open);
        if (block?.close) take(block.close);
      }
      for (const { at } of [...tree.comments, ...tree.mistakes]) take(at);
      expect(left.join("").replace(/[\s\0-\x1f]/g, "")).toBe("");
    }),
    { seed: 13, numRuns: 3000 },
  );
});
