import type { Range, TextDocumentEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { Node } from "../../rules/cluster/model.ts";
import type { Document } from "../../rules/rule.ts";
import { type At, type Client, rangeOf } from "../client.ts";
import type { View } from "../view.ts";
import { distinct, namedAt, type Place, sameAs, taker } from "./names.ts";

/** Why something is not renamed, as the editor shows it. */
export interface Refusal {
  readonly refused: string;
}

export interface Renamable {
  readonly range: Range;
  readonly placeholder: string;
}

/** What would be renamed at the cursor. */
export function prepareRename(view: View, client: Client, at: At): Renamable | Refusal {
  const found = subject(view, client, at);
  if ("refused" in found) return found;
  return { range: rangeOf(client, found.place.at), placeholder: found.place.name };
}

/** The edits that give the thing at the cursor a new name in all files and on all machines, or why there are none. */
export function rename(view: View, client: Client, at: At, name: string): WorkspaceEdit | Refusal {
  const found = subject(view, client, at);
  if ("refused" in found) return found;
  const { place, named, places } = found;
  if (name === place.name) return { changes: {} };
  const reason = fault(places, name) ?? taken(named, name);
  if (reason !== undefined) return { refused: reason };
  const changes: Record<string, TextEdit[]> = {};
  for (const one of places) {
    const uri = client.uriOf(one.at.source);
    changes[uri] ??= [];
    changes[uri].push({ range: rangeOf(client, one.at), newText: name });
  }
  const folders = foldersOf(client, place);
  if (folders.length === 0) return { changes };
  const edits = Object.entries(changes).map(
    ([uri, list]): TextDocumentEdit => ({ textDocument: { uri, version: null }, edits: list }),
  );
  const moves = folders.map((oldUri) => ({
    kind: "rename" as const,
    oldUri,
    newUri: oldUri.replace(/[^/]*$/, name),
  }));
  return { documentChanges: [...edits, ...moves] };
}

interface Subject {
  readonly place: Place;
  /** The same in each cluster that reads the file. */
  readonly named: readonly Place[];
  readonly places: readonly Place[];
}

/** The name at the cursor with all places that are renamed together. */
function subject(view: View, client: Client, at: At): Subject | Refusal {
  const named = namedAt(view, at);
  const [place] = named;
  if (!place) return { refused: "there is no name here that halint knows" };
  const { title, name } = place;
  const places = distinct(named.flatMap(sameAs));
  const hidden = places.find(({ written }) => !written);
  if (hidden)
    return { refused: `${title} ${name} comes from a variable or an escape in ${hidden.at.source.path}` };
  if (place.space !== "node" && !places.some(({ defines }) => defines))
    return { refused: `${title} ${name} is not defined in any file of the cluster` };
  if (!client.renamesFiles && folderNodes(place).length > 0)
    return {
      refused: `${name} is the name of the machine's folder too, which this editor cannot rename: name the machine in its etc/hostname first`,
    };
  return { place, named, places };
}

/** Blanks, quotes, braces and what begins a comment, a variable or an argument somewhere. */
const forbidden = /[\s"'`{}()<>[\]#;,\\/$%&|!=@^*?\p{C}]/u;

function fault(places: readonly Place[], name: string): string | undefined {
  if (name === "") return "a name must not be empty";
  const letter = forbidden.exec(name)?.[0];
  if (letter !== undefined)
    return `a name must not hold ${/\s|\p{C}/u.test(letter) ? "blanks" : letter}: ${name}`;
  const checks = new Set(places.flatMap((one) => one.fault ?? []));
  for (const check of checks) {
    const problem = check(name);
    if (problem) return `${name} ${problem}`;
  }
  return undefined;
}

/** Proxies share their names: one of another kind is in the way too. */
const family: readonly string[] = ["haproxy/backend", "haproxy/frontend"];

function taken(named: readonly Place[], name: string): string | undefined {
  for (const place of named)
    for (const space of family.includes(place.space) ? family : [place.space]) {
      const other = taker({ ...place, space }, name);
      if (other === "unknown") return `some file has a machine of the name ${name} already`;
      if (other)
        return `${other.title} ${name} is ${other.defines ? "defined" : "used"} already in ${other.at.source.path}`;
    }
  return undefined;
}

/** The machines that have the name from their folder, not from a file. */
function folderNodes(place: Place): readonly Node[] {
  if (place.space !== "node") return [];
  const stated = new Set(
    sameAs(place).flatMap(({ document, node }) => (document.format.id === "hostname" ? [node] : [])),
  );
  return place.cluster.nodes.filter((node) => node.name === place.name && !node.nameAt && !stated.has(node));
}

/** The folders to rename: what stands before the paths of the machine's files. */
const foldersOf = (client: Client, place: Place): readonly string[] => [
  ...new Set(
    folderNodes(place).flatMap(({ documents }) =>
      documents.flatMap((document) => rootOf(client, document, place.name)),
    ),
  ),
];

function rootOf(client: Client, { tree, path }: Document, name: string): string[] {
  const uri = client.uriOf(tree.source);
  const below = encodeURI(path);
  const root = uri.slice(0, -below.length);
  return uri.endsWith(below) && decodeURIComponent(root.replace(/.*\//, "")) === name ? [root] : [];
}
