import { optionOf } from "../pacemaker/options.ts";
import { nearest } from "../schema/suggest.ts";
import { anyOf, faultRule } from "./faults.ts";

const names: Readonly<Record<string, string>> = {
  integer: "a whole number",
  nonNegativeInteger: "a whole number from 0 up",
  positiveInteger: "a whole number from 1 up",
  boolean: "true, false, 1 or 0",
  ID: "an id of letters, digits, -, _ and . that begins with a letter or _",
  IDREF: "an id of letters, digits, -, _ and . that begins with a letter or _",
};

const described = (type: string): string =>
  type.startsWith("'")
    ? type.slice(1, -1)
    : type.startsWith("/")
      ? `of the form ${type.slice(1, -1)}`
      : (names[type] ?? type);

/** Scores are judged by pacemaker/score-syntax in both syntaxes. */
export const attributeValue = faultRule({
  id: "cib/attribute-value",
  summary: "An attribute's value must be of the type that the schema gives it",
  kind: "value",
  check({ attribute, value, types }, report, schema) {
    const name = attribute.name.value;
    if (name === "score") return;
    const shown = value.value === "" ? '""' : value.value;
    if (types.some((type) => type.startsWith("!"))) {
      // pacemaker/property-removed says what stands in for it.
      if (!optionOf("property", value.value)?.removed)
        report(value.at, `${name} ${shown} is no longer taken in ${schema}`);
      return;
    }
    const choices = types.filter((type) => type.startsWith("'")).map(described);
    const guess = nearest(value.value, choices);
    const { quote = '"' } = value;
    const fix = guess && {
      title: `replace with ${guess}`,
      safe: false,
      edits: [{ at: value.at, text: `${quote}${guess}${quote}` }],
    };
    report(value.at, `${name} ${shown} is not ${anyOf(types.map(described))}`, fix ? { fix } : {});
  },
});
