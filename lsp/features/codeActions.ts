import {
  type CodeAction,
  CodeActionKind,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import type { Format } from "../../parsers/core/format.ts";
import { grouped } from "../../parsers/core/remembered.ts";
import type { Source } from "../../parsers/core/source.ts";
import type { Edit, Finding, Fix } from "../../rules/rule.ts";
import { disabling } from "../../rules/suppressEdits.ts";
import { type Client, locationOf, rangeOf } from "../client.ts";
import { type Encoding, toOffset } from "../positions.ts";
import { homesOf, type View } from "../view.ts";
import { diagnosticOf } from "./diagnostics.ts";

/** The kind that editors may run on saving: all safe fixes of a file. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.halint`;

/** Commands of the server, with their arguments. */
export const commands = {
  /** The rule's id: its page. */
  explain: "halint.explain",
  /** A Location: shown by the editor. */
  open: "halint.open",
} as const;

/** What can be done about the findings in a range; `only` are the kinds that the editor asks for. */
export function codeActions(
  view: View,
  client: Client,
  source: Source,
  range: Range,
  only: readonly string[] = [],
): CodeAction[] {
  const own = view.findings.filter(({ at }) => at.source === source);
  const [start, end] = offsets(source, range, client.encoding);
  const here = own.filter(({ at }) => at.start <= end && start <= at.end);
  const format = homesOf(view, source)[0]?.document.format;
  const actions = together([
    ...here.flatMap((finding) => aboutOne(client, finding, own)),
    ...(format ? here.flatMap((finding) => disable(client, finding, format)) : []),
    ...fixAll(client, own),
  ]);
  return only.length === 0
    ? actions
    : actions.filter(({ kind = "" }) => only.some((asked) => kind === asked || kind.startsWith(`${asked}.`)));
}

/** Actions that do the same as one, for the findings of all of them. */
function together(actions: readonly CodeAction[]): CodeAction[] {
  const alike = grouped(actions, ({ title, edit, command }) => JSON.stringify([title, edit, command]));
  return [...alike.values()].map(([first, ...more]) => {
    const diagnostics = [first!, ...more].flatMap((action) => action.diagnostics ?? []);
    return { ...first!, ...(diagnostics.length > 0 ? { diagnostics } : {}) };
  });
}

const offsets = (source: Source, { start, end }: Range, encoding: Encoding): [number, number] => [
  toOffset(source, start, encoding),
  toOffset(source, end, encoding),
];

/** A finding's own fix, all of its kind, its rule's page, and the other places it speaks of. */
function aboutOne(client: Client, finding: Finding, own: readonly Finding[]): CodeAction[] {
  const { rule, fix, related } = finding;
  const diagnostics = [diagnosticOf(client, finding)];
  const kind = CodeActionKind.QuickFix;
  const alike = own.filter((one) => one.rule === rule && one.fix?.safe);
  return [
    ...(fix && fix.edits.length > 0
      ? [
          {
            title: sentence(fix.title),
            kind,
            diagnostics,
            isPreferred: fix.safe,
            edit: editOf(client, [fix]),
          },
        ]
      : []),
    ...(fix?.safe && alike.length > 1
      ? [
          {
            title: `Fix all ${alike.length} of ${rule}`,
            kind,
            diagnostics,
            edit: editOf(client, fixesOf(alike)),
          },
        ]
      : []),
    ...(client.opens ? related : []).map(({ at, message }) => {
      const title = `Open ${at.source.path}: ${message}`;
      return {
        title,
        kind,
        diagnostics,
        command: { title, command: commands.open, arguments: [locationOf(client, at)] },
      };
    }),
    {
      title: `Explain ${rule}`,
      kind,
      diagnostics,
      command: { title: `Explain ${rule}`, command: commands.explain, arguments: [rule] },
    },
  ];
}

/** A comment above the finding that suppresses it, in the words of its format. */
function disable(client: Client, finding: Finding, format: Format): CodeAction[] {
  const { rule } = finding;
  const edit = rule.startsWith("halint/") ? undefined : disabling(finding, format);
  if (!edit) return [];
  const title = `Disable ${rule} here`;
  const fix: Fix = { title, safe: false, edits: [edit] };
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(client, finding)],
      edit: editOf(client, [fix]),
    },
  ];
}

/** All safe fixes of the file in one edit; of two that overlap the first counts. */
export function fixAll(client: Client, own: readonly Finding[]): CodeAction[] {
  const fixes = fixesOf(own.filter(({ fix }) => fix?.safe));
  return fixes.length > 0
    ? [{ title: "Fix all safe findings of halint", kind: fixAllKind, edit: editOf(client, fixes) }]
    : [];
}

function fixesOf(findings: readonly Finding[]): Fix[] {
  const taken: Edit[] = [];
  const overlaps = ({ at }: Edit): boolean =>
    taken.some((one) => one.at.source === at.source && one.at.start < at.end && at.start < one.at.end);
  return findings.flatMap(({ fix }) => {
    if (!fix || fix.edits.length === 0 || fix.edits.some(overlaps)) return [];
    taken.push(...fix.edits);
    return [fix];
  });
}

function editOf(client: Client, fixes: readonly Fix[]): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const { at, text } of fixes.flatMap(({ edits }) => edits)) {
    const uri = client.uriOf(at.source);
    changes[uri] ??= [];
    changes[uri].push({ range: rangeOf(client, at), newText: text });
  }
  return { changes };
}

const sentence = (title: string): string => title.charAt(0).toUpperCase() + title.slice(1);
