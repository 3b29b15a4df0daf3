import type { Format } from "../../parsers/core/format.ts";
import { remembered } from "../../parsers/core/remembered.ts";
import { keywordsOf } from "../../parsers/core/schema.ts";
import { sourceOf } from "../../parsers/core/source.ts";

/** How a format writes a keyword that opens a block: what stands around it, and whether braces follow. */
export interface Header {
  readonly before: string;
  readonly after: string;
  readonly braces: boolean;
}

const forms: readonly Header[] = [
  { before: "", after: "", braces: true },
  { before: "[", after: "]", braces: false },
  { before: "", after: ":", braces: false },
  { before: "", after: "", braces: false },
];

/** The form that the format's own parser reads as a block; undefined where it is none of these (XML) or there are no blocks. */
export const headerOf = remembered((format: Format): Header | undefined => {
  const { schema } = format;
  const opening = Object.entries(keywordsOf(schema, schema.root)).find(([, { opens }]) => opens)?.[0];
  if (!opening) return undefined;
  return forms.find(({ before, after, braces }) => {
    const { statements } = format.parse(
      sourceOf("", `${before}${opening}${after}${braces ? " {\n}" : ""}\n`),
    );
    const [first, ...more] = statements;
    const bracesRead = first?.block?.close !== undefined;
    return first?.block && more.length === 0 && first.keyword.value === opening && bracesRead === braces;
  });
});
