import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cib } from "../../parsers/cib/index.ts";
import { sourceOf, textOf } from "../../parsers/core/source.ts";
import { type Statement, type Tree, walk } from "../../parsers/core/tree.ts";
import { attribute, childrenOf, isElement, type XmlElement } from "../../parsers/xml/element.ts";
import { lintText } from "../support/cluster.ts";

const parse = (text: string): Tree => cib.parse(sourceOf("text", text));
const root = (text: string): XmlElement => parse(text).statements[0] as XmlElement;
const mistakes = (text: string): string[] =>
  parse(text).mistakes.map(({ rule, at }) => `${rule} ${textOf(at)}`);

describe("elements", () => {
  test("tag, attributes and children with their places", () => {
    const element = root(`<cib a='1' b="x &lt; &#65;y">\n  <c/>\n</cib>`);
    expect(element.keyword.value).toBe("cib");
    expect(textOf(element.keyword.at)).toBe("<cib");
    expect(element.attributes.map(({ name, value }) => [name.value, value?.value])).toEqual([
      ["a", "1"],
      ["b", "x < Ay"],
    ]);
    expect(textOf(attribute(element, "b")!.at)).toBe('b="x &lt; &#65;y"');
    expect(childrenOf(element).map(({ keyword }) => keyword.value)).toEqual(["c"]);
    expect(textOf(element.block!.close!)).toBe("</cib>");
  });

  test("comments, instructions and the document type are comments", () => {
    const tree = parse("<?xml version='1.0'?>\n<!DOCTYPE cib>\n<!-- a -->\n<cib><!-- b --></cib>");
    expect(tree.comments.map(({ at }) => textOf(at))).toEqual([
      "<?xml version='1.0'?>",
      "<!DOCTYPE cib>",
      "<!-- a -->",
      "<!-- b -->",
    ]);
    expect(tree.mistakes).toEqual([]);
  });

  test("text between tags is kept", () => {
    const inside = root("<cib>one<c/><![CDATA[two]]></cib>").block!.statements;
    expect(inside.filter((one) => !isElement(one)).map(({ args }) => args[0]!.value)).toEqual([
      "one",
      "<![CDATA[two]]>",
    ]);
  });

  test("a template's value is a hole, its statements are comments", () => {
    const tree = parse('<cib a="{{ x }}">{% if y %}<c b="<%= z %>"/>{% endif %}<% end %></cib>');
    const words = [...walk(tree.statements)].flatMap(({ args }) => args.filter(({ hole }) => hole));
    expect(words.map(({ value }) => value)).toEqual(["{{ x }}", "<%= z %>"]);
    expect(tree.mistakes).toEqual([]);
    expect(tree.comments).toHaveLength(3);
  });
});

describe("mistakes", () => {
  test.each([
    ["<a><b></a>", ["cib/unclosed-element <b"]],
    ["<a><b>", ["cib/unclosed-element <a", "cib/unclosed-element <b"]],
    ["<resources></resource>", ["cib/stray-tag </resource>"]],
    ["<a></b></a>", ["cib/stray-tag </b>"]],
    ["<a></a", ["cib/attribute-syntax </a"]],
    ["<a b=c/>", ["cib/attribute-syntax c"]],
    ["<a b/>", ["cib/attribute-syntax b"]],
    ['<a <!-- x --> b="c"/>', ["cib/attribute-syntax <!-- x -->"]],
    ['<a b="c\u0001d"/>', ["cib/attribute-syntax \u0001"]],
    ["<a b=/>", ["cib/attribute-syntax b"]],
    ['<a b="c/>', ["cib/unclosed-element <a", 'cib/attribute-syntax "c/']],
    ['<a b="1"c="2"/>', ["cib/attribute-syntax c"]],
    ['<a b="1 < 2"/>', ["cib/attribute-syntax <"]],
    ['<a "b"/>', ['cib/attribute-syntax "b"']],
    ["<a <b/></a>", ["cib/attribute-syntax <a"]],
    ['<a b="1" b="2"/>', ["cib/repeated-attribute b"]],
    ['<a b="&c; & &#0;"/>', ["cib/entity &c;", "cib/entity &", "cib/entity &#0;"]],
    ["<a/><!-- b", ["cib/comment-syntax <!--"]],
    ["<a><!-- b -- c --></a>", ["cib/comment-syntax --"]],
    ["<a/><b/>", ["cib/after-root <b"]],
    ["<a/>b", ["cib/after-root b"]],
    [" <?xml version='1.0'?><a/>", ["cib/after-root <?xml version='1.0'?>"]],
    ["<a>b</a>", ["cib/stray-text b"]],
    ["<a> < </a>", ["cib/attribute-syntax <"]],
  ])("%s", (text, expected) => {
    expect(mistakes(text)).toEqual(expected);
  });

  test("entities of the document's own type are known", () => {
    expect(mistakes("<!DOCTYPE a [ <!ENTITY b 'c'> ]><a d='&b;'/>")).toEqual([]);
  });

  test("nesting is cut at 200, and what follows is read", () => {
    const tree = parse(`<a>${"<b>".repeat(300)}${"</b>".repeat(300)}<c/></a>`);
    expect(tree.mistakes.map(({ rule }) => rule)).toEqual(["syntax/nesting"]);
    expect(childrenOf(tree.statements[0]!).map(({ keyword }) => keyword.value)).toEqual(["b", "c"]);
  });
});

const pieces = fc.constantFrom(
  ...[
    "<",
    ">",
    "/",
    "/>",
    "</",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?",
    "?>",
    "<!DOCTYPE ",
    "[",
    "]",
    "=",
    '"',
    "'",
  ],
  ...[
    "&",
    "&lt;",
    "&#1;",
    ";",
    " ",
    "\n",
    "\r\n",
    "\t",
    "{{ x }}",
    "{% if %}",
    "<%= y %>",
    "<% z %>",
    "\ufeff",
    "\u00a0",
  ],
  ...[
    "<cib",
    "<configuration>",
    "</configuration>",
    "<resources>",
    "<primitive",
    "</cib>",
    " id",
    "validate-with",
  ],
  ...[
    '="pacemaker-3.9"',
    "<nvpair",
    ' name="stonith-enabled"',
    ' value="false"',
    "<rsc_order",
    "<node",
    "é",
    "-",
    "x",
  ],
);
const texts = fc
  .array(
    fc.oneof({ weight: 9, arbitrary: pieces }, { weight: 1, arbitrary: fc.string({ unit: "binary" }) }),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(""));

/** What no word, tag, comment or mistake holds. */
function uncovered({ statements, comments, mistakes }: Tree, text: string): string {
  const units = text.split("");
  const hide = ({ start, end }: { start: number; end: number }): void => {
    for (let i = start; i < end; i++) units[i] = " ";
  };
  const hideStatement = ({ keyword, args, block }: Statement): void => {
    for (const { at } of [keyword, ...args]) hide(at);
    if (block) hide(block.open);
    if (block?.close) hide(block.close);
  };
  for (const statement of walk(statements)) hideStatement(statement);
  for (const { at } of [...comments, ...mistakes]) hide(at);
  return units.join("").replace(/[ \t\r\n=\ufeff]+/g, "");
}

describe("any text", () => {
  test("gives a tree that leaves nothing out", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(uncovered(parse(text), text)).toBe("");
      }),
      { seed: 22, numRuns: 1500 },
    );
  });

  test("can be judged", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { at } of lintText(cib, text)) expect(at.end).toBeLessThanOrEqual(text.length);
      }),
      { seed: 23, numRuns: 500 },
    );
  });
});
