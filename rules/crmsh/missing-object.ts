import { isTemplated } from "../../parsers/core/template.ts";
import type { Statement, Word } from "../../parsers/core/tree.ts";
import { idsBelow, idsNamed } from "../../parsers/crmsh/ids.ts";
import { crmsh } from "../../parsers/crmsh/index.ts";
import type { Crm } from "../../parsers/crmsh/model.ts";
import { cut } from "../../parsers/crmsh/words.ts";
import type { Acl, Primitive, Resource } from "../../parsers/pacemaker/model.ts";
import { referencesOf } from "../pacemaker/lookups.ts";
import { modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";
import { rename } from "../schema/unknown-keyword.ts";
import { isMade } from "./swallowed.ts";

export const missingObject = modelRule({
  id: "crmsh/missing-object",
  format: crmsh,
  severity: "error",
  summary: "Groups, clones and constraints must name objects that exist",
  byAbsence: true,
  daemon: "rejects",
  check(model, report, { document: { tree } }) {
    const resources = [
      ...model.primitives,
      ...model.groups,
      ...model.clones,
      ...model.bundles,
      ...model.templates,
    ];
    const made = [...resources, ...model.acls.filter(({ kind }) => kind === "role")];
    if (made.some(({ id }) => id.hole) || isTemplated(tree)) return;
    if (tree.statements.some(({ keyword }) => keyword.value === "xml")) return;
    // What a whole configuration's constraints name is told by pacemaker/constraint-rsc-unknown.
    for (const { owner, word } of tree.statements.flatMap(idReferences))
      if (!word.hole && !isGiven(word.value, tree.statements))
        report(
          word.at,
          `${owner} ${word.value}, which this file does not define: crm refuses the file unless the cluster has it already`,
        );
    const lost = tree.statements.filter((statement) => !isMade(statement, tree));
    const named = model.whole ? [] : constrained(model);
    for (const { owner, word, sort = "resource", beside = [] } of [...references(model), ...named]) {
      const names = made.filter((one) => sortOf(one) === sort).map(({ id }) => id.value);
      if (word.hole || names.includes(word.value)) continue;
      if (lost.some(({ at }) => at.start <= word.at.start && word.at.end <= at.end)) continue;
      const guess = nearest(word.value, names);
      const left = beside.some(({ value }) => names.includes(value));
      const daemon = left ? "warns" : "rejects";
      const what = `${owner} ${word.value}, which this file does not define`;
      if (guess) report(word.at, `${what}, did you mean ${guess}?`, { daemon, fix: rename(word, guess) });
      else
        report(
          word.at,
          `${what}: crm ${left ? "leaves it out" : "refuses the file"} unless the cluster has it already`,
          { daemon, severity: resources.length > 0 ? "error" : "warning" },
        );
    }
  },
});

/** An object of this id, a set or rule with `$id=`, or one of those to which crm gives ids that begin with their object's. */
const isGiven = (id: string, statements: readonly Statement[]): boolean =>
  statements.some((statement) => {
    const own = statement.args[0]?.value.replace(/^\$id=|:$/gi, "");
    if (own !== undefined && (id === own || id.startsWith(`${own}-`))) return true;
    return idsBelow(statement).some(({ value }) => value === id);
  });

/** References to ids of any kind: `$id-ref=` of sets and rules, `ref:` of rights. */
const idReferences = (statement: Statement): Reference[] => [
  ...idsNamed(statement).map((word) => ({ owner: "$id-ref names", word })),
  ...(statement.keyword.value === "role" ? statement.args.slice(1) : []).flatMap((word) => {
    const { right } = /^ref(erence)?:/.test(word.value) ? cut(word, ":") : {};
    return right ? [{ owner: `role ${statement.args[0]?.value} covers`, word: right }] : [];
  }),
];

interface Reference {
  readonly owner: string;
  readonly word: Word;
  /** Absent: a resource. */
  readonly sort?: Sort;
  /** The other members of a group: crm makes it of those that there are. */
  readonly beside?: readonly Word[];
}

type Sort = "resource" | "template" | "role";

const sortOf = ({ kind }: Resource | Primitive | Acl): Sort =>
  kind === "template" || kind === "role" ? kind : "resource";

const references = ({ groups, clones, bundles, primitives, acls, monitored }: Crm): Reference[] => [
  ...groups.flatMap(({ id, members }) =>
    members.map((word) => ({ owner: `group ${id.value} is made of`, word, beside: members })),
  ),
  ...clones.map(({ id, child, statement }) => ({
    owner: `${statement.keyword.value} ${id.value} is made of`,
    word: child,
  })),
  ...bundles.flatMap(({ id, child }) =>
    child ? [{ owner: `bundle ${id.value} is made of`, word: child }] : [],
  ),
  ...acls
    .filter(({ statement }) => /^acl_/.test(statement.keyword.value))
    .flatMap(({ id, roles, statement }) =>
      roles.map((word) => ({
        owner: `${statement.keyword.value} ${id.value} has the role`,
        word,
        sort: "role" as const,
      })),
    ),
  ...monitored.map((word) => ({ owner: "monitor watches", word })),
  ...primitives.flatMap(({ id, template }) =>
    template
      ? [{ owner: `primitive ${id.value} is made of`, word: template, sort: "template" as const }]
      : [],
  ),
];

const constrained = (model: Crm): Reference[] =>
  referencesOf(model).map(({ resource }) => ({ owner: "a constraint names", word: resource }));
