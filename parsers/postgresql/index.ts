import schema from "../../schemas/postgresql.json" with { type: "json" };
import type { Format, TypeCheck } from "../core/format.ts";
import { schemaOf } from "../core/schema.ts";
import { templated } from "../core/templated.ts";
import { commonTypes } from "../core/types.ts";
import { amountOf, rangeFault } from "./amount.ts";
import { modelOf, type PostgreSql } from "./model.ts";
import { parse, read } from "./read.ts";

const words = ["true", "false", "yes", "no", "on", "off"];

/** Booleans by any unique start of a word; `o` alone is none. */
const boolean: TypeCheck = (value) => {
  const word = value.toLowerCase();
  const starts = word !== "" && words.some((one) => one.startsWith(word)) && word !== "o";
  return starts || word === "0" || word === "1" ? undefined : "is neither on nor off";
};

const memory = "B, kB, MB, GB or TB";
const time = "us, ms, s, min, h or d";

const number =
  (unit: RegExp, units: string): TypeCheck =>
  (value, arg) => {
    const found = amountOf(value);
    if (!found) return "is not a number";
    if (found.unit === "" || unit.test(found.unit)) return rangeFault(found, arg);
    return units ? `has a unit that is none of ${units}` : "takes no unit";
  };

const count = number(/^$/, "");

const standby = String.raw`(?:"(?:[^"]|"")*"|[^\s,()"]+)`;
const standbys = String.raw`${standby}(?:\s*,\s*${standby})*`;
const standbyNames = new RegExp(
  String.raw`^\s*(?:${standbys}|(?:(?:FIRST|ANY)\s+)?\d+\s*\(\s*${standbys}\s*\))?\s*$`,
  "i",
);

/** postgresql.conf, as PostgreSQL's guc-file.l reads it. */
export const postgresql: Format<PostgreSql> = templated({
  id: "postgresql",
  title: "postgresql.conf",
  files: [
    "/etc/postgresql/*/*/postgresql.conf",
    "/etc/postgresql/*/*/conf.d/*.conf",
    "/etc/postgresql/postgresql.conf",
    "/var/lib/pgsql/data/postgresql.conf",
    "/var/lib/pgsql/*/data/postgresql.conf",
    "/var/lib/postgresql/*/*/postgresql.conf",
  ],
  names: ["postgresql.conf"],
  roots: ["**/postgresql.conf"],
  schema: schemaOf(schema),
  types: {
    boolean,
    amount: number(/^(?:B|kB|MB|GB|TB|us|ms|s|min|h|d)$/, `${memory} for memory and ${time} for time`),
    count,
    slotName: (value) =>
      /^[a-z0-9_]{0,63}$/.test(value) ? undefined : "is not made of small letters, digits and _",
    standbyNames: (value) =>
      standbyNames.test(value)
        ? undefined
        : "is no list of names with commas, nor FIRST or ANY, a number and one in parentheses",
    portNumber: (value, arg, word) =>
      /^\d+$/.test(value) ? commonTypes.port!(value, arg, word) : count(value, arg, word),
  },
  parse,
  read,
  model: modelOf,
});
