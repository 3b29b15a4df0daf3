import { isTemplated } from "../../parsers/core/template.ts";
import type { Word } from "../../parsers/core/tree.ts";
import { crmsh } from "../../parsers/crmsh/index.ts";
import type { Crm } from "../../parsers/crmsh/model.ts";
import type { Acl, Primitive, Resource } from "../../parsers/pacemaker/model.ts";
import { referencesOf } from "../pacemaker/lookups.ts";
import { modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";
import { rename } from "../schema/unknown-keyword.ts";

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
    const named = model.whole ? [] : constrained(model);
    for (const { owner, word, sort = "resource" } of [...references(model), ...named]) {
      const names = made.filter((one) => sortOf(one) === sort).map(({ id }) => id.value);
      if (word.hole || names.includes(word.value)) continue;
      const guess = nearest(word.value, names);
      const what = `${owner} ${word.value}, which this file does not define`;
      if (guess) report(word.at, `${what}, did you mean ${guess}?`, { fix: rename(word, guess) });
      else
        report(word.at, `${what}: crm refuses the file unless the cluster has it already`, {
          severity: resources.length > 0 ? "error" : "warning",
        });
    }
  },
});

interface Reference {
  readonly owner: string;
  readonly word: Word;
  /** Absent: a resource. */
  readonly sort?: Sort;
}

type Sort = "resource" | "template" | "role";

const sortOf = ({ kind }: Resource | Primitive | Acl): Sort =>
  kind === "template" || kind === "role" ? kind : "resource";

const references = ({ groups, clones, bundles, primitives, acls, monitored }: Crm): Reference[] => [
  ...groups.flatMap(({ id, members }) =>
    members.map((word) => ({ owner: `group ${id.value} is made of`, word })),
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
