import { ipvsadmRules } from "../../parsers/ipvsadm/index.ts";
import type { IpvsadmRules } from "../../parsers/ipvsadm/model.ts";
import { modelRule } from "../rule.ts";
import { nearest } from "../schema/suggest.ts";

const known = (): readonly string[] => ipvsadmRules.schema.names?.scheduler?.known ?? [];

export const scheduler = modelRule<IpvsadmRules>({
  id: "ipvsadm-rules/scheduler",
  severity: "error",
  summary: "A scheduler must be one that the kernel has",
  daemon: "rejects",
  format: ipvsadmRules,
  check({ rules }, report) {
    for (const { scheduler: option } of rules) {
      const name = option?.value?.text;
      if (name === undefined || known().includes(name)) continue;
      const { at } = option!.value!;
      const guess = nearest(name, known()) ?? known().find((one) => name.length > 2 && isOneEdit(name, one));
      report(
        at,
        `the kernel has no scheduler ${name}${guess ? ` (did you mean ${guess}?)` : ""}: ipvsadm -R refuses this line`,
        {
          ...(guess
            ? { fix: { title: `replace with ${guess}`, safe: false, edits: [{ at, text: guess }] } }
            : {}),
        },
      );
    }
  },
});

/** One letter too many or too few: the names are too short to be compared more freely. */
const isOneEdit = (a: string, b: string): boolean => {
  const [long, brief] = a.length > b.length ? [a, b] : [b, a];
  return (
    long.length === brief.length + 1 &&
    [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === brief)
  );
};
