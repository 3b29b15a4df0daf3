import { formats } from "../../parsers/index.ts";
import { configurationOf } from "./configurations.ts";
import { grammarOf, scopeOf, templateGrammar } from "./grammars.ts";
import { hasGrammar, languageEntry, selectorOf } from "./languages.ts";

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

const own = formats.filter(hasGrammar);

/** What package.json contributes that the formats say. */
export const contributions = (): {
  readonly languages: readonly object[];
  readonly grammars: readonly object[];
} => ({
  languages: formats.map(languageEntry),
  grammars: [
    ...own.map(({ id }) => ({
      language: id,
      scopeName: scopeOf(id),
      path: `./syntaxes/${id}.tmLanguage.json`,
    })),
    {
      scopeName: "halint.template.injection",
      path: "./syntaxes/template.tmLanguage.json",
      injectTo: own.map(({ id }) => scopeOf(id)),
    },
  ],
});

/** Text of every generated file, by its path in the extension's folder; package.json only where its text is given. */
export function generatedFiles(manifest: string): Readonly<Record<string, string>> {
  const { contributes, ...rest } = JSON.parse(manifest);
  return {
    "package.json": json({ ...rest, contributes: { ...contributes, ...contributions() } }),
    "src/selector.json": json(selectorOf(formats)),
    "syntaxes/template.tmLanguage.json": json(templateGrammar(own)),
    ...Object.fromEntries(
      own.map((format) => [`syntaxes/${format.id}.tmLanguage.json`, json(grammarOf(format))]),
    ),
    ...Object.fromEntries(
      own.map((format) => [`languages/${format.id}.json`, json(configurationOf(format))]),
    ),
  };
}
