import type { Verdict } from "../../parsers/core/schema.ts";
import type { Pacemaker } from "../../parsers/pacemaker/model.ts";
import { type Context, type Document, type DocumentRule, documentRule, type Report } from "../rule.ts";

/** The configuration that a file states, in whichever of the two syntaxes. */
export const pacemakerOf = ({ format, model }: Document): Pacemaker | undefined =>
  format.id === "cib" || format.id === "crmsh" ? (model as Pacemaker) : undefined;

interface PacemakerRule extends Omit<DocumentRule, "kind" | "check"> {
  /** What `crm configure load` does, where it is not what crm_verify does: it tells crm_verify's complaints and goes on. */
  readonly crm?: Verdict;
  readonly check: (
    model: Pacemaker,
    report: Report,
    context: Context & { readonly document: Document },
  ) => void;
}

/** A rule over the model that both syntaxes build: one value judges a CIB and a crm configuration. */
export const pacemakerRule = ({ check, crm, ...meta }: PacemakerRule): DocumentRule =>
  documentRule({
    ...meta,
    check(document, report, context) {
      const model = pacemakerOf(document);
      if (!model) return;
      const told: Report =
        crm && model.syntax === "crm"
          ? (at, message, details = {}) =>
              report(at, message, { ...details, daemon: details.daemon === "silent" ? "silent" : crm })
          : report;
      check(model, told, { ...context, document });
    },
  });
