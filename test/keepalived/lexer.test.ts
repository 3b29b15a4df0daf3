import { expect, test } from "vitest";
import { mistakesOf, parseText, shown } from "./helpers.ts";

const words = (text: string): string => shown(parseText(text));

test("a comment begins anywhere outside double quotes", () => {
  expect(words("auth_pass ab#cd ! x")).toBe("[auth_pass][ab]");
  expect(words('auth_pass "ab#cd!e"')).toBe("[auth_pass][ab#cd!e]");
  expect(words("auth_pass 'ab#cd'")).toBe("[auth_pass]['ab]");
});

test("a backslash before a comment goes with the comment, two of them are two characters", () => {
  expect(words("state X\\#Y")).toBe("[state][X]");
  expect(words("state a\\\\#b")).toBe("[state][a\\\\]");
  expect(words("state a\\b \\")).toBe("[state][a\\b][\\]");
});

test("a brace outside double quotes cuts the line", () => {
  expect(words("vrrp_instance VI_1{\nstate k}\nx")).toBe("[vrrp_instance][VI_1]{[state][k]} [x]");
  expect(words('notify_fault "/x }" }')).toBe("[notify_fault][/x }]");
  expect(words("group { a b }")).toBe("[group]{[a][b]}");
});

test("a brace on a later line belongs to the keyword before it", () => {
  expect(words("vrrp_instance A\n\n! note\n{\n state BACKUP\n}")).toBe("[vrrp_instance][A]{[state][BACKUP]}");
});

test("a quote in the middle of a word ends it, and no quote is undone outside double quotes", () => {
  expect(words('auth_pass ab"cd"ef')).toBe("[auth_pass][ab][cd][ef]");
  expect(words("auth_pass 'a b'")).toBe("[auth_pass]['a][b']");
});

test("an unclosed quote is one word up to the end of its line", () => {
  const tree = parseText('priority "5 {\nstate X');
  expect(shown(tree)).toBe("[priority][5 {] [state][X]");
  expect(mistakesOf(tree)).toEqual([
    'syntax/unclosed-quote 9 "5 {: this quote is not closed on its line: the rest of the line is one word',
  ]);
});

test("only blanks of C part words: a no-break space and a byte order mark do not", () => {
  expect(words("a\tb\fc\vd\re")).toBe("[a][b][c][d][e]");
  expect(words("\ufeffstate a\u00a0b")).toBe("[\ufeffstate][a\u00a0b]");
});

test("a command line is read again as a shell would cut it", () => {
  expect(words(`notify_master '/a "b c"' user :group`)).toBe('[notify_master][/a "b c"][user][:group]');
  expect(words('script "a \\x41\\102\\ty"z w')).toBe("[script][a AB\tyz][w]");
  expect(words("script /bin/a\\ b c")).toBe("[script][/bin/a b][c]");
  expect(words("state '/a b'")).toBe("[state]['/a][b']");
});

test("variables and template tags are holes", () => {
  expect(words("interface ${IFACE}")).toBe("[interface][${IFACE}]?");
  expect(words("interface $IFACE")).toBe("[interface][$IFACE]?");
  expect(words("auth_pass pa$$word.x")).toBe("[auth_pass][pa$$word.x]");
  expect(words("{% if x %}\npriority {{ prio | default({}) }}\n{% endif %}")).toBe(
    "[priority][{{ prio | default({}) }}]?",
  );
});
