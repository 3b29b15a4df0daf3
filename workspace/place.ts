import type { Format } from "../parsers/core/format.ts";
import type { Source } from "../parsers/core/source.ts";
import { untemplated } from "../parsers/core/templateTags.ts";
import type { Finding } from "../rules/rule.ts";
import { accepts, type Classifier, headLength } from "./classify.ts";
import { isWithin } from "./disk.ts";
import { problemOf } from "./problems.ts";
import type { Sources } from "./sources.ts";

/** A path that was found, and whether the user named it. */
export interface Candidate {
  readonly path: string;
  readonly named: boolean;
}

/** A file of a known format, and the machine's tree that it lies in. */
export interface Placed extends Candidate {
  readonly format: Format;
  /** The folder that stands for the machine's `/`; undefined: a lone file. */
  readonly root?: string;
  /** Path inside the machine's tree; the shown path for a lone file. */
  readonly inside: string;
  /** Its daemon opens it by itself. */
  readonly opened: boolean;
  /** It makes such a file on machines that are not known: it is none of the machine in whose tree it lies. */
  readonly template?: true;
  /** What the template makes on one machine, to be read in its place. */
  readonly made?: Source;
  /** What told the format, for `halint nodes`. */
  readonly told: string;
}

/** What kind of file this is; undefined: none of ours, which is reported where the user named it. */
export function place(
  { path, named }: Candidate,
  roots: readonly string[],
  classifier: Classifier,
  sources: Sources,
  report: (problem: Finding) => void,
): Placed | undefined {
  if (untemplated(path) !== undefined) {
    const template = placeTemplate({ path, named }, classifier, sources);
    if (template) return template;
  }
  const root = roots.find((folder) => isWithin(path, folder));
  const found = classifier.byPath(path, root);
  if (found) {
    const { format, inside } = found;
    const told = "told by its path";
    return { path, named, format, root: found.root, inside, opened: classifier.opens(format, inside), told };
  }
  const claims = classifier.byName(path);
  if (claims.length === 0 && !named) return undefined;
  const source = sources.read(path);
  if (!source) return undefined;
  const tree = root === undefined ? { inside: source.path } : { root, inside: path.slice(root.length) };
  const byName = claims.find((format) => accepts(format, path, source.text));
  if (byName) {
    const told = "told by its name";
    return { path, named, format: byName, ...tree, opened: classifier.opensName(byName, path), told };
  }
  const byContent = named ? classifier.byContent(source.text.slice(0, headLength)) : undefined;
  if (byContent)
    return {
      path,
      named,
      format: byContent,
      ...tree,
      opened: true,
      told: "told by its content",
    };
  if (named)
    report(
      problemOf(
        "file/unknown-format",
        source.path,
        "no format that halint reads is known by this path, name or content: not checked",
      ),
    );
  return undefined;
}

/** A template by the name of what it makes, else by its content where the user named it. */
function placeTemplate(
  { path, named }: Candidate,
  classifier: Classifier,
  sources: Sources,
): Placed | undefined {
  const made = untemplated(path)!;
  const byPath = classifier.byPath(made)?.format;
  const claims = byPath ? [byPath] : classifier.byTemplate(made);
  if (claims.length === 0 && !named) return undefined;
  const source = sources.read(path);
  if (!source) return undefined;
  const byName = byPath ?? claims.find((format) => accepts(format, path, source.text));
  const format = byName ?? (named ? classifier.byContent(source.text.slice(0, headLength)) : undefined);
  if (!format) return undefined;
  const opened = !byName || classifier.opensName(format, made);
  const told = byName ? "told by the name of what this template makes" : "told by its content";
  return { path, named, format, inside: source.path, opened, template: true, told };
}
