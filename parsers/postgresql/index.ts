import schema from "../../schemas/postgresql.json" with { type: "json" };
import type { Format, TypeCheck } from "../core/format.ts";
import { schemaOf } from "../core/schema.ts";
import { templated } from "../core/templated.ts";
import { commonTypes } from "../core/types.ts";
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
  (value) => {
    const found = /^[ ]*[+-]?(?:0x[\da-f]+|\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+)[ ]*([a-z]*)[ ]*$/i.exec(value);
    if (!found) return "is not a number";
    return found[1] === "" || unit.test(found[1]!)
      ? undefined
      : units
        ? `has a unit that is none of ${units}`
        : "takes no unit";
  };

const count = number(/^$/, "");

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
    portNumber: (value, arg, word) =>
      /^\d+$/.test(value) ? commonTypes.port!(value, arg, word) : count(value, arg, word),
  },
  parse,
  read,
  model: modelOf,
});
