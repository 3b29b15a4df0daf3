import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import { validateXML } from "xmllint-wasm";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

const uri = /^[a-z][a-z0-9+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})*$/i;
const uriReference = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})*$/i;
const ajv = new Ajv({
  strict: false,
  unicodeRegExp: false,
  formats: { uri, "uri-reference": uriReference, "date-time": /^\d{4}-/ },
});

/** OASIS' schema as Microsoft ships it. It is of draft 4; what it uses of that means the same in draft 7, but for `id`. */
function sarifSchema(): object {
  const {
    id,
    $schema: _,
    ...schema
  } = JSON.parse(read("../../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));
  return { $id: id, ...schema };
}

/** GitLab's documentation, "Code Quality report format". */
const gitlabSchema = {
  type: "array",
  items: {
    type: "object",
    additionalProperties: false,
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    properties: {
      description: { type: "string" },
      check_name: { type: "string", minLength: 1 },
      fingerprint: { type: "string", minLength: 1 },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        additionalProperties: false,
        required: ["path", "lines"],
        properties: {
          path: { type: "string", pattern: "^(?!\\./)." },
          lines: {
            type: "object",
            additionalProperties: false,
            required: ["begin"],
            properties: { begin: { type: "integer", minimum: 1 }, end: { type: "integer", minimum: 1 } },
          },
        },
      },
    },
  },
};

const text = { type: "string" };
const object = (required: readonly string[], properties: object) => ({
  type: "object",
  additionalProperties: false,
  required,
  properties,
});
const position = object(["line", "column"], {
  line: { type: "integer", minimum: 1 },
  column: { type: "integer", minimum: 1 },
});
const range = object(["start", "end"], { start: position, end: position });

/** reviewdog's proto/rdf; as its reader does, which is of protobuf, unknown fields are refused. */
const rdjsonSchema = object(["source", "diagnostics"], {
  source: object(["name"], { name: text, url: text }),
  severity: { enum: ["ERROR", "WARNING", "INFO"] },
  diagnostics: {
    type: "array",
    items: object(["message", "location"], {
      message: text,
      location: object(["path"], { path: text, range }),
      severity: { enum: ["ERROR", "WARNING", "INFO"] },
      source: object(["name"], { name: text, url: text }),
      code: object(["value"], { value: text, url: text }),
      suggestions: { type: "array", items: object(["range", "text"], { range, text }) },
      original_output: text,
    }),
  },
});

const reportSchema = JSON.parse(read("../../../schemas/report.schema.json"));

/** Parses and judges; gives what was read, throws what is wrong. */
const judged =
  (validate: ValidateFunction) =>
  // biome-ignore lint/suspicious/noExplicitAny: what JSON holds is told by the schema
  (given: string): any => {
    const value = JSON.parse(given);
    if (!validate(value)) throw new Error(JSON.stringify(validate.errors?.slice(0, 3)));
    return value;
  };

export const readSarif = judged(ajv.compile(sarifSchema()));
export const readGitlab = judged(ajv.compile(gitlabSchema));
export const readRdjson = judged(ajv.compile(rdjsonSchema));
export const readReport = judged(ajv.compile(reportSchema));
export const readFinding = judged(ajv.compile({ $ref: "report.schema.json#/properties/findings/items" }));

/** What libxml2 has to say against an XML file, or against its obeying a schema. */
export async function xmlErrors(xml: string, schema?: "junit.xsd" | "checkstyle.xsd"): Promise<string[]> {
  const given = { fileName: "given.xml", contents: xml };
  const { errors } = await validateXML(
    schema
      ? { xml: given, schema: { fileName: schema, contents: read(schema) } }
      : { xml: given, normalization: "c14n" },
  );
  return errors.map(({ rawMessage }) => rawMessage);
}

export interface Annotation {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads workflow commands as the runner of GitHub Actions does (actions/runner, ActionCommand): a line that is none is a mistake. */
export const readGithub = (log: string): Annotation[] =>
  log
    .split(/\r\n|\r|\n/)
    .slice(0, -1)
    .map((line) => {
      const found = /^::(?<command>[a-z-]+) (?<properties>[^:]*(?::[^:]+)*?)::(?<message>.*)$/su.exec(line);
      if (!found?.groups) throw new Error(`no command: ${line}`);
      const { command = "", properties = "", message = "" } = found.groups;
      const pairs = properties.split(",").map((pair): [string, string] => {
        const [key = "", ...value] = pair.split("=");
        return [key, unescaped(value.join("="))];
      });
      return { command, properties: Object.fromEntries(pairs), message: unescaped(message) };
    });

const unescaped = (text: string): string =>
  text
    .replace(/%0D/g, "\r")
    .replace(/%0A/g, "\n")
    .replace(/%3A/g, ":")
    .replace(/%2C/g, ",")
    .replace(/%25/g, "%");
