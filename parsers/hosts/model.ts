import type { Statement, Tree, Word } from "../core/tree.ts";

/** A line: an address and the names it gives, the canonical one first. */
export interface HostsEntry {
  readonly address: Word;
  readonly names: readonly Word[];
  readonly statement: Statement;
}

export interface Hosts {
  readonly entries: readonly HostsEntry[];
}

/** Lines with a template's value for an address are left out. */
export const modelOf = ({ statements }: Tree): Hosts => ({
  entries: statements
    .filter(({ keyword }) => !keyword.hole)
    .map((statement) => ({
      address: statement.keyword,
      names: statement.args.filter(({ hole }) => !hole),
      statement,
    })),
});
