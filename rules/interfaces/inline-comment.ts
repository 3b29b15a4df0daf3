import { cover, type Span, span } from "../../parsers/core/source.ts";
import type { Statement } from "../../parsers/core/tree.ts";
import { interfaces } from "../../parsers/interfaces/index.ts";
import { type Interfaces, isCommand, type Option } from "../../parsers/interfaces/model.ts";
import { modelRule } from "../rule.ts";

export const inlineComment = modelRule<Interfaces>({
  id: "interfaces/inline-comment",
  severity: "warning",
  summary: "A comment must have a line of its own: behind other words # is one more word",
  daemon: "warns",
  format: interfaces,
  check({ stanzas, selections }, report) {
    for (const statement of [...stanzas, ...selections].map((one) => one.statement)) {
      const at = hashOf(statement);
      if (at) report(at, "# begins no comment here: ifupdown reads these words too", { fix: removal(at) });
    }
    for (const option of stanzas.flatMap(({ options }) => options)) {
      const at = hashIn(option);
      if (!at) continue;
      const message = `# begins no comment here: it goes into the command with the value of ${option.name}, where it may cut off the rest`;
      report(at, message, { daemon: "silent", fix: removal(at) });
    }
  },
});

const removal = (at: Span) => ({ title: "delete the comment", safe: false, edits: [{ at, text: "" }] });

const hashOf = ({ args }: Statement): Span | undefined => {
  const hash = args.find(({ value }) => value.startsWith("#"));
  return hash && cover(hash.at, args.at(-1)!.at);
};

function hashIn({ name, value }: Option): Span | undefined {
  if (!value || isCommand(name) || /^(?:description|wpa|wireless|provider|options)/.test(name))
    return undefined;
  const at = value.value.search(/\s#/);
  return at < 0 || value.value.length !== value.at.end - value.at.start
    ? undefined
    : span(value.at.source, value.at.start + at + 1, value.at.end);
}
