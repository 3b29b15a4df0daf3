import { cib } from "../../parsers/cib/index.ts";
import { validityOf } from "../../parsers/cib/validity.ts";
import type { Span } from "../../parsers/core/source.ts";
import type { Pacemaker } from "../../parsers/pacemaker/model.ts";
import type { Fault } from "../../parsers/xml/validate.ts";
import { type Details, type ModelRule, modelRule, type Report } from "../rule.ts";

type Kind = Fault["kind"];
type FaultOf<K extends Kind> = Extract<Fault, { readonly kind: K }>;

interface FaultRule<K extends Kind> extends Pick<ModelRule<Pacemaker>, "id" | "summary" | "byAbsence"> {
  readonly kind: K;
  readonly check: (fault: FaultOf<K>, report: Report, schema: string) => void;
}

/**
 * A rule over one kind of fault that the content models find. crm_verify refuses a CIB that does not fit the schema it
 * names; one that names none it judges by every schema, prints what each finds and goes on.
 */
export const faultRule = <K extends Kind>({ kind, check, ...meta }: FaultRule<K>): ModelRule<Pacemaker> =>
  modelRule({
    ...meta,
    format: cib,
    severity: "error",
    daemon: "rejects",
    check({ validateWith }, report, { document }) {
      const validity = validityOf(document.tree);
      if (validity.kind !== "judged") return;
      const told = (at: Span, message: string, details: Details = {}): void =>
        report(at, message, validateWith ? details : { ...details, daemon: "warns" });
      for (const fault of validity.faults)
        if (fault.kind === kind) check(fault as FaultOf<K>, told, `pacemaker-${validity.schema}`);
    },
  });

/** "a, b or c"; of many the first eight. */
export const anyOf = (words: readonly string[]): string => {
  const shown = words.slice(0, 8);
  const more = words.length > shown.length ? " …" : "";
  return shown.length === 1
    ? `${shown[0]}${more}`
    : `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}${more}`;
};

/** "a, b and c" */
export const allOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
