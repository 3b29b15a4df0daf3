import fc from "fast-check";
import { expect, test } from "vitest";
import { keepalived } from "../../parsers/keepalived/index.ts";
import { mistakesOf, parseText, readText, shown } from "./helpers.ts";

const parts = [
  "vrrp_instance V",
  "state MASTER",
  "virtual_ipaddress",
  "10.0.0.4/24",
  "real_server 1.2.3.4 80",
  "TCP_CHECK",
  "notify",
  "script",
  "$A=",
  "$A",
  "${A}",
  "\\\n",
  "~SEQ(i,1,3) ",
  "~LST({a,b},{1,2}) ",
  "@x ",
  "@^x ",
  "include x",
  "{",
  "}",
  '"',
  "'",
  "#",
  "!",
  "\\",
  "\n",
  "\n",
  " ",
  "{{",
  "}}",
  "{%",
  "%}",
  "<%",
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 60 })
  .map((all) => all.join(""));

test("any text is read, and what needs no reading reads as it stands", () => {
  fc.assert(
    fc.property(text, (any) => {
      const tree = readText(any);
      keepalived.model(tree);
      if (!/[$~@]|include|\s\\/.test(any) && mistakesOf(tree).length === 0)
        expect(shown(tree)).toBe(shown(parseText(any)));
    }),
    { seed: 7, numRuns: 1500 },
  );
});

test("many stray and many open braces are read at once", () => {
  const start = performance.now();
  readText("}\n".repeat(5000));
  readText("x {\n".repeat(5000));
  readText("vrrp_instance V {\n".repeat(2000));
  expect(performance.now() - start).toBeLessThan(5000);
});
