import { galera } from "../../parsers/mycnf/index.ts";
import type { Option } from "../../parsers/mycnf/model.ts";
import { optionName, plainName, variables } from "../../parsers/mycnf/names.ts";
import { type Details, type Fix, modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";

export const unknownVariable = modelRule({
  id: "galera/unknown-variable",
  format: galera,
  severity: "error",
  summary: "A variable of the server's group must be one that a server knows",
  daemon: "rejects",
  check({ groups }, report) {
    for (const { name: group, server, options } of groups)
      for (const option of server ? options : []) {
        if (option.known) continue;
        const found = option.prefixes.includes("loose") ? loose(option) : judged(option);
        if (!found) continue;
        if (group === "client-server" && !found.details.fix) continue;
        report(option.statement.keyword.at, found.message, found.details);
      }
  },
});

/** With `loose_` only a warning of the server, and often meant: told where a known name is near. */
function loose({ name, written, statement }: Option): Judgement | undefined {
  const guess = nearest(name, variables().all);
  const { at } = statement.keyword;
  return guess
    ? {
        message: `unknown variable ${name}, which ${written} makes the server pass over with a warning, did you mean ${guess}?`,
        details: {
          severity: "warning",
          daemon: "warns",
          fix: { title: `rename to loose_${guess}`, safe: false, edits: [{ at, text: `loose_${guess}` }] },
        },
      }
    : undefined;
}

interface Judgement {
  readonly message: string;
  readonly details: Details;
}

function judged({ written, statement }: Option): Judgement {
  const { at } = statement.keyword;
  const replace = (title: string, text: string, safe: boolean): Fix => ({
    title,
    safe,
    edits: [{ at, text }],
  });
  const spaced = /^([\w-]+)(?:[ \t]*:[ \t]*|[ \t]+)(\S.*)$/.exec(written);
  if (spaced && statement.args.length === 0 && isVariable(spaced[1]!)) {
    const [, name, value] = spaced;
    const message = `${name} has no = before its value: the whole line counts as a name, and the server does not start`;
    return { message, details: { fix: replace("write =", `${name}=${value}`, true) } };
  }
  const bare = written.replace(/^-+/, "");
  if (bare !== written && isVariable(bare)) {
    const message = `${written} begins with dashes, which option files do not have: the server does not start`;
    return { message, details: { fix: replace("take the dashes away", bare, true) } };
  }
  const joined = sameLetters(written);
  if (joined) {
    const message = `unknown variable ${written}, with which the server does not start: ${joined} has lost its hyphens`;
    return { message, details: { fix: replace(`rename to ${joined}`, joined, true) } };
  }
  const guess = nearest(plainName(written), variables().all);
  if (guess) {
    const message = `unknown variable ${written}, with which the server does not start, did you mean ${guess}?`;
    return { message, details: { fix: replace(`rename to ${guess}`, guess, false) } };
  }
  const message = `no server that halint knows has the variable ${written}: without a plugin that brings it, it does not start`;
  return { message, details: { severity: "warning" } };
}

const isVariable = (text: string): boolean => {
  const { known, abbreviated } = optionName(text);
  return known && !abbreviated;
};

/** The one variable that has these letters, `-` and `_` aside. */
function sameLetters(written: string): string | undefined {
  const letters = (name: string): string => plainName(name).replaceAll("_", "");
  const wanted = letters(written);
  const found = [...variables().all].filter((name) => letters(name) === wanted);
  return found.length === 1 ? found[0] : undefined;
}
