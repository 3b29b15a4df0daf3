import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type CstParser, generateCstDts } from "chevrotain";
import { ApacheParser } from "../parsers/apache/grammar.ts";
import { BracesParser } from "../parsers/core/braces.ts";
import { LinesParser } from "../parsers/core/lines.ts";
import { CrmParser } from "../parsers/crmsh/grammar.ts";
import { AddressParser } from "../parsers/haproxy/address.ts";
import { ConditionParser } from "../parsers/haproxy/condition.ts";
import { ExpressionParser } from "../parsers/haproxy/expression.ts";
import { LogFormatParser } from "../parsers/haproxy/logformat.ts";
import { ProviderParser } from "../parsers/mycnf/provider.ts";
import { XmlParser } from "../parsers/xml/grammar.ts";

const typesOf = (...parsers: readonly CstParser[]): string =>
  generateCstDts(Object.assign({}, ...parsers.map((parser) => parser.getGAstProductions())), {
    includeVisitorInterface: false,
  }).replace("ICstVisitor, ", "");

/** The generated files: the types of what the grammars give, by path from the root. A test holds the files to them. */
export const cstTypes = (): Readonly<Record<string, string>> => ({
  "parsers/core/cst.d.ts": typesOf(new BracesParser(), new LinesParser()),
  "parsers/crmsh/cst.d.ts": typesOf(new CrmParser()),
  "parsers/apache/cst.d.ts": typesOf(new ApacheParser()),
  "parsers/haproxy/cst.d.ts": typesOf(
    new ConditionParser(),
    new ExpressionParser(),
    new LogFormatParser(),
    new AddressParser(),
  ),
  "parsers/mycnf/cst.d.ts": typesOf(new ProviderParser()),
  "parsers/xml/cst.d.ts": typesOf(new XmlParser()),
});

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  for (const [path, text] of Object.entries(cstTypes()))
    writeFileSync(new URL(`../${path}`, import.meta.url), text);
