import {
  CompletionItemKind,
  DiagnosticTag,
  type DocumentSymbol,
  TextEdit,
} from "vscode-languageserver-types";
import { format } from "../../../formatter/format.ts";
import { formatOnType, formatRange } from "../../../formatter/range.ts";
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from "../../../lsp/features/callHierarchy.ts";
import { codeLenses } from "../../../lsp/features/codeLens.ts";
import { completion, completionResolve } from "../../../lsp/features/completion.ts";
import { definition } from "../../../lsp/features/definition.ts";
import { diagnosticsOf } from "../../../lsp/features/diagnostics.ts";
import { documentSymbol } from "../../../lsp/features/documentSymbol.ts";
import { foldingRanges } from "../../../lsp/features/folding.ts";
import { highlight } from "../../../lsp/features/highlight.ts";
import { hover } from "../../../lsp/features/hover.ts";
import { inlayHints } from "../../../lsp/features/inlayHints.ts";
import { legend } from "../../../lsp/features/legend.ts";
import { documentLinks } from "../../../lsp/features/links.ts";
import { references } from "../../../lsp/features/references.ts";
import { prepareRename, rename } from "../../../lsp/features/rename.ts";
import { selectionRange } from "../../../lsp/features/selection.ts";
import { semanticTokens } from "../../../lsp/features/semanticTokens.ts";
import { signatureHelp } from "../../../lsp/features/signature.ts";
import { workspaceSymbol } from "../../../lsp/features/workspaceSymbol.ts";
import { writtenOf } from "../../../lsp/features/written.ts";
import { client } from "../cursor.ts";
import { edited, shown } from "../edits.ts";
import { actions, diagnostics, formatted, items, named, type Row, selections } from "./asks.ts";

/** The rows of the table, in its order. */
export const rows = {
  diagnostics: { title: "diagnostics", ask: diagnostics(({ code, message }) => `${code}: ${message}`) },
  related: {
    title: "their related places",
    ask: (view, { source }) =>
      diagnosticsOf(view, client, source)
        .flatMap(({ relatedInformation = [] }) => relatedInformation.map(({ location: { uri } }) => uri))
        .join("\n"),
  },
  tags: {
    title: "tags: deprecated, unnecessary",
    ask: diagnostics(({ code, tags = [] }) =>
      tags
        .map((tag) => `${code} ${tag === DiagnosticTag.Deprecated ? "deprecated" : "unnecessary"}`)
        .join("\n"),
    ),
  },
  keywords: {
    title: "completion of keywords",
    ask: items(CompletionItemKind.Property, CompletionItemKind.Module),
  },
  values: { title: "completion of values", ask: items(CompletionItemKind.EnumMember) },
  names: { title: "completion of names of the cluster", ask: items(CompletionItemKind.Reference) },
  files: { title: "completion of files", ask: items(CompletionItemKind.File) },
  resolve: {
    title: "documentation on resolve",
    ask: (view, at) =>
      completion(view, client, at)
        .map((item) => completionResolve(client, item).documentation)
        .map((text) => (typeof text === "object" ? text.value : ""))
        .filter(Boolean)
        .join("\n"),
  },
  snippets: {
    title: "snippets",
    ask: (view, at) =>
      completion(view, client, at)
        .filter(({ insertTextFormat }) => insertTextFormat === 2)
        .map(({ textEdit }) => (TextEdit.is(textEdit) ? textEdit.newText : ""))
        .join("\n"),
  },
  hover: {
    title: "hover",
    ask: (view, at) => JSON.stringify(hover(view, client, at)?.contents ?? "").slice(1, -1),
  },
  signature: {
    title: "signature help",
    ask: (view, at) => signatureHelp(view, client, at)?.signatures[0]?.label ?? "",
  },
  definition: {
    title: "definition, declaration",
    ask: (view, at) => shown(view, [definition(view, client, at)].flat()).join("\n"),
  },
  references: {
    title: "references",
    ask: (view, at) => shown(view, references(view, client, at, true)).join("\n"),
  },
  highlight: {
    title: "document highlight",
    ask: (view, at) =>
      highlight(view, client, at)
        .map(({ range }) => `line ${range.start.line + 1}`)
        .join("\n"),
  },
  rename: {
    title: "rename with prepare, over files and nodes",
    ask: (view, at, files) => {
      const ready = prepareRename(view, client, at);
      const edit = rename(view, client, at, "renamed");
      return "refused" in ready || "refused" in edit
        ? ""
        : Object.values(edited(view, files, edit)).join("\n");
    },
  },
  symbols: {
    title: "document symbols",
    ask: (view, { source }) => named(documentSymbol(view, client, source) as readonly DocumentSymbol[]),
  },
  workspaceSymbols: {
    title: "workspace symbols",
    ask: (view, { source }) =>
      workspaceSymbol(view, client, "")
        .filter(({ location }) => location.uri === client.uriOf(source))
        .map(({ name }) => name)
        .join("\n"),
  },
  fix: {
    title: "quick fix",
    ask: actions(({ kind, edit, title }, text) =>
      kind === "quickfix" && edit ? `${title}\n${text(edit)}` : "",
    ),
  },
  fixAll: {
    title: "all safe fixes of the file",
    ask: actions(({ kind, edit }, text) => (kind !== "quickfix" && edit ? text(edit) : "")),
  },
  explain: {
    title: "explain the rule",
    ask: actions(({ command }) => (command?.command === "halint.explain" ? `${command.arguments?.[0]}` : "")),
  },
  open: {
    title: "open the other place",
    ask: actions(({ command }) => (command?.command === "halint.open" ? command.arguments?.[0].uri : "")),
  },
  format: {
    title: "formatting",
    ask: formatted((view, { source }) => {
      const document = writtenOf(view, source);
      return document ? format(document.tree, document.format) : [];
    }),
  },
  formatRange: {
    title: "formatting of a range",
    ask: formatted((view, { source, offset }) => {
      const document = writtenOf(view, source);
      const line = source.text.slice(0, offset).split("\n").length - 1;
      return document ? formatRange(document.tree, document.format, { first: line, last: line }) : [];
    }),
  },
  formatOnType: {
    title: "formatting on `}` and new line",
    ask: formatted((view, { source, offset }) => {
      const document = writtenOf(view, source);
      return document ? formatOnType(document.tree, document.format, offset) : [];
    }),
  },
  folding: {
    title: "folding",
    ask: (view, { source }) =>
      foldingRanges(view, client, source)
        .map(({ startLine, endLine }) => `${startLine + 1} to ${endLine + 1}`)
        .join("\n"),
  },
  selection: {
    title: "selection ranges",
    ask: (view, at) => {
      const steps = selections(selectionRange(view, client, at));
      return steps > 1 ? `${steps} steps` : "";
    },
  },
  tokens: {
    title: "semantic tokens",
    ask: (view, { source }) => {
      const { data } = semanticTokens(view, client, source);
      const types = new Set(data.flatMap((one, i) => (i % 5 === 3 ? (legend.tokenTypes[one] ?? []) : [])));
      return [...types].join(" ");
    },
  },
  links: {
    title: "document links",
    ask: (view, { source }) =>
      documentLinks(view, client, source, (path, { node }) => (node.paths?.has(path) ? path : undefined))
        .map(({ target }) => `${target}`)
        .join("\n"),
  },
  hints: {
    title: "inlay hints",
    ask: (view, { source }) =>
      inlayHints(view, client, source)
        .map(({ label }) => (typeof label === "string" ? label : label.map(({ value }) => value).join("")))
        .join("\n"),
  },
  lenses: {
    title: "code lenses",
    ask: (view, { source }) =>
      codeLenses(view, client, source)
        .map(({ command }) => command?.title)
        .join("\n"),
  },
  calls: {
    title: "call hierarchy",
    ask: (view, at) => {
      const [item] = prepareCallHierarchy(view, client, at) ?? [];
      if (!item) return "";
      const called = outgoingCalls(view, client, item).map(({ to }) => `to ${to.name}`);
      const calling = incomingCalls(view, client, item).map(({ from }) => `from ${from.name}`);
      return [...called, ...calling].join("\n");
    },
  },
} as const satisfies Readonly<Record<string, Row>>;

export type Capability = keyof typeof rows;

/** Offsets of a text at which something may be asked: in the middle of each word. */
export const placesIn = (text: string): readonly number[] =>
  [...text.matchAll(/[^\s]+/g)].flatMap(({ index, 0: word }) => [index, index + Math.floor(word.length / 2)]);
