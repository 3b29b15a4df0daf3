import { basename, dirname, join } from "node:path";
import {
  type Connection,
  ErrorCodes,
  type Range,
  ResponseError,
  type SemanticTokens,
  type SemanticTokensDelta,
  type ServerCapabilities,
} from "vscode-languageserver";
import { type Source, span } from "../parsers/core/source.ts";
import type { Disk } from "../workspace/disk.ts";
import type { At, Client } from "./client.ts";
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from "./features/callHierarchy.ts";
import { codeLenses } from "./features/codeLens.ts";
import { completion, completionResolve } from "./features/completion.ts";
import { definition } from "./features/definition.ts";
import { documentSymbol } from "./features/documentSymbol.ts";
import { foldingRanges } from "./features/folding.ts";
import { highlight } from "./features/highlight.ts";
import { hover } from "./features/hover.ts";
import { includesRenamed, type Move } from "./features/includesRenamed.ts";
import { inlayHints } from "./features/inlayHints.ts";
import { legend } from "./features/legend.ts";
import { documentLinks, type Exists } from "./features/links.ts";
import { references } from "./features/references.ts";
import { prepareRename, rename } from "./features/rename.ts";
import { selectionRange } from "./features/selection.ts";
import { deltaOf, semanticTokens } from "./features/semanticTokens.ts";
import { signatureHelp } from "./features/signature.ts";
import { workspaceSymbol } from "./features/workspaceSymbol.ts";
import { handleFormatting } from "./formatting.ts";
import { guardedAnswer, sourcesOf } from "./guard.ts";
import { toOffset } from "./positions.ts";
import type { View } from "./view.ts";

/** What the features of this file add to the server's capabilities. */
export const capabilities = {
  completionProvider: {
    triggerCharacters: [" ", ":", "=", "[", "<", "(", ",", ".", "!"],
    resolveProvider: true,
  },
  hoverProvider: true,
  signatureHelpProvider: { triggerCharacters: [" "] },
  definitionProvider: true,
  declarationProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: { firstTriggerCharacter: "}", moreTriggerCharacter: ["\n"] },
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  semanticTokensProvider: { legend, range: true, full: { delta: true } },
  documentLinkProvider: {},
  inlayHintProvider: true,
  codeLensProvider: {},
  callHierarchyProvider: true,
} satisfies ServerCapabilities;

/** What the server lends to the features. */
export interface Surroundings {
  readonly client: () => Client;
  readonly now: () => Promise<View>;
  /** The answer of a feature for a file of the workspace, without its secrets; `none` for any other, and where it failed. */
  readonly about: <Answer>(
    uri: string,
    none: Answer,
    answer: (view: View, source: Source) => Answer,
  ) => Promise<Answer>;
  readonly uriOfPath: (path: string) => string;
  readonly pathOf: (uri: string) => string | undefined;
  readonly disk: Disk;
}

interface Place {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/** Binds the features to their requests. */
export function handle(connection: Connection, around: Surroundings): void {
  const { client, now, about, uriOfPath } = around;
  const at = (source: Source, { position }: Place): At => ({
    source,
    offset: toOffset(source, position, client().encoding),
  });
  const within = (source: Source, { start, end }: Range) =>
    span(source, toOffset(source, start, client().encoding), toOffset(source, end, client().encoding));
  /** A feature of a position. */
  const atPlace =
    <Answer, None>(feature: (view: View, client: Client, at: At) => Answer, none: None) =>
    (place: Place): Promise<Answer | None> =>
      about<Answer | None>(place.textDocument.uri, none, (view, source) =>
        feature(view, client(), at(source, place)),
      );
  /** A feature of a file. */
  const ofFile =
    <Answer>(feature: (view: View, client: Client, source: Source) => Answer[]) =>
    ({ textDocument: { uri } }: { readonly textDocument: { readonly uri: string } }): Promise<Answer[]> =>
      about<Answer[]>(uri, [], (view, source) => feature(view, client(), source));
  /** A feature of all files. */
  const ofAll = async <Answer>(feature: (view: View) => Answer): Promise<Answer> => {
    const view = await now();
    return guardedAnswer(feature(view), sourcesOf(view));
  };

  connection.onCompletion(atPlace(completion, []));
  connection.onCompletionResolve((item) => completionResolve(client(), item));
  connection.onHover(atPlace((view, asked, place) => hover(view, asked, place) ?? null, null));
  connection.onSignatureHelp(
    atPlace((view, asked, place) => signatureHelp(view, asked, place) ?? null, null),
  );
  connection.onDefinition(atPlace(definition, []));
  connection.onDeclaration(atPlace(definition, []));
  connection.onReferences((params) =>
    about(params.textDocument.uri, [], (view, source) =>
      references(view, client(), at(source, params), params.context.includeDeclaration),
    ),
  );
  connection.onDocumentHighlight(atPlace(highlight, []));
  connection.onPrepareRename(async (params) => {
    const answer = await about(params.textDocument.uri, null, (view, source) =>
      prepareRename(view, client(), at(source, params)),
    );
    return answer && unlessRefused(answer);
  });
  connection.onRenameRequest(async (params) => {
    const answer = await about(params.textDocument.uri, null, (view, source) =>
      rename(view, client(), at(source, params), params.newName),
    );
    return answer && unlessRefused(answer);
  });
  connection.onDocumentSymbol(({ textDocument: { uri } }) =>
    about<ReturnType<typeof documentSymbol>>(uri, [], (view, source) =>
      documentSymbol(view, client(), source),
    ),
  );
  connection.onWorkspaceSymbol(({ query }) => ofAll((view) => workspaceSymbol(view, client(), query)));
  connection.onFoldingRanges(ofFile(foldingRanges));
  connection.onSelectionRanges(({ textDocument: { uri }, positions }) =>
    about(uri, [], (view, source) =>
      positions.map((position) =>
        selectionRange(view, client(), at(source, { textDocument: { uri }, position })),
      ),
    ),
  );
  connection.onDocumentLinks(
    ofFile((view, asked, source) => documentLinks(view, asked, source, existsIn(view, uriOfPath))),
  );
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }) =>
    about(uri, [], (view, source) => inlayHints(view, client(), source, within(source, range))),
  );
  connection.onCodeLens(ofFile(codeLenses));
  connection.languages.callHierarchy.onPrepare(
    atPlace((view, asked, place) => prepareCallHierarchy(view, asked, place) ?? null, null),
  );
  connection.languages.callHierarchy.onIncomingCalls(({ item }) =>
    ofAll((view) => incomingCalls(view, client(), item)),
  );
  connection.languages.callHierarchy.onOutgoingCalls(({ item }) =>
    ofAll((view) => outgoingCalls(view, client(), item)),
  );
  handleTokens(connection, around, within);
  handleFormatting(connection, around);
  handleRenames(connection, around);
}

/** Colours: in full, as what changed since, or of a range. */
function handleTokens(
  connection: Connection,
  { client, about }: Surroundings,
  within: (source: Source, range: Range) => ReturnType<typeof span>,
): void {
  const sent = new Map<string, { readonly resultId: string; readonly data: readonly number[] }>();
  let count = 0;
  const full = (uri: string): Promise<SemanticTokens> =>
    about<SemanticTokens>(uri, { data: [] }, (view, source) => {
      const { data } = semanticTokens(view, client(), source);
      const resultId = `${++count}`;
      sent.set(uri, { resultId, data });
      return { resultId, data };
    });
  connection.languages.semanticTokens.on(({ textDocument: { uri } }) => full(uri));
  connection.languages.semanticTokens.onDelta(
    async ({ textDocument: { uri }, previousResultId }): Promise<SemanticTokens | SemanticTokensDelta> => {
      const before = sent.get(uri);
      const now = await full(uri);
      if (before?.resultId !== previousResultId) return now;
      return { ...(now.resultId ? { resultId: now.resultId } : {}), edits: deltaOf(before.data, now.data) };
    },
  );
  connection.languages.semanticTokens.onRange(({ textDocument: { uri }, range }) =>
    about(uri, { data: [] }, (view, source) => semanticTokens(view, client(), source, within(source, range))),
  );
}

/** What files are called in other files, before the editor renames them. */
function handleRenames(connection: Connection, { client, now, pathOf, disk }: Surroundings): void {
  const real = (uri: string): string | undefined => {
    const path = pathOf(uri);
    return path && join(disk.realPath(dirname(path)), basename(path));
  };
  connection.workspace.onWillRenameFiles(async ({ files }) => {
    const moves = files.flatMap(({ oldUri, newUri }): Move[] => {
      const [from, to] = [real(oldUri), real(newUri)];
      return from && to ? [{ from, to }] : [];
    });
    return includesRenamed(await now(), client(), moves) ?? null;
  });
}

function unlessRefused<Answer extends object>(answer: Answer | { readonly refused: string }): Answer {
  if ("refused" in answer) throw new ResponseError(ErrorCodes.InvalidRequest, answer.refused as string);
  return answer;
}

/** A file of the machine whose tree holds the document. */
const existsIn =
  (view: View, uriOfPath: (path: string) => string): Exists =>
  (path, { document, node }) => {
    const own = view.pathOf(document.tree.source);
    if (!node.paths?.has(path) || !own.endsWith(document.path)) return undefined;
    return uriOfPath(own.slice(0, own.length - document.path.length) + path);
  };
