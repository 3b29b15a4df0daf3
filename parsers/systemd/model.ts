import type { Setting } from "../core/settings.ts";
import { present } from "../core/settings.ts";
import { span, textOf } from "../core/source.ts";
import type { Statement, Tree, Word } from "../core/tree.ts";
import { joined } from "./tokens.ts";

/** A command line of ExecStart= and its like. */
export interface UnitCommand {
  /** The path without systemd's prefixes (`-`, `@`, `+`, `!`, `:`). */
  readonly program: string;
  /** The program and its arguments, quotes off. */
  readonly argv: readonly string[];
  readonly prefixes: string;
  readonly word: Word;
  readonly statement: Statement;
}

export interface UnitVariable {
  readonly name: string;
  readonly value: string;
  readonly statement: Statement;
}

/** One unit file, or a drop-in of one. */
export interface SystemdUnit {
  /** "haproxy.service", also for a drop-in of it; "" where the path does not tell. */
  readonly name: string;
  /** "service", "mount", "timer" … */
  readonly kind: string;
  /** A file of `haproxy.service.d`: adds to the unit. */
  readonly dropIn: boolean;
  readonly requires: readonly Setting<string>[];
  readonly wants: readonly Setting<string>[];
  readonly bindsTo: readonly Setting<string>[];
  readonly partOf: readonly Setting<string>[];
  readonly conflicts: readonly Setting<string>[];
  readonly after: readonly Setting<string>[];
  readonly before: readonly Setting<string>[];
  readonly requiresMountsFor: readonly Setting<string>[];
  readonly wantedBy: readonly Setting<string>[];
  readonly requiredBy: readonly Setting<string>[];
  readonly alias: readonly Setting<string>[];
  readonly type?: Setting<string>;
  readonly user?: Setting<string>;
  readonly restart?: Setting<string>;
  readonly execStartPre: readonly UnitCommand[];
  readonly execStart: readonly UnitCommand[];
  readonly execStop: readonly UnitCommand[];
  readonly environment: readonly UnitVariable[];
  readonly environmentFiles: readonly Setting<string>[];
  /** Of a mount or automount. */
  readonly what?: Setting<string>;
  readonly where?: Setting<string>;
  readonly mountType?: Setting<string>;
  readonly mountOptions?: Setting<string>;
  /** Of a timer: what it starts; by itself the service of its own name. */
  readonly unit?: Setting<string>;
  readonly onCalendar: readonly Setting<string>[];
}

/** The unit's name as its path says it: a drop-in lies in a folder named after its unit. */
export function unitNameOf(path: string): { readonly name: string; readonly dropIn: boolean } {
  const [file = "", folder = ""] = path.split("/").reverse();
  if (folder.endsWith(".d") && file.endsWith(".conf")) return { name: folder.slice(0, -2), dropIn: true };
  return { name: /\.[a-z]+$/.test(file) ? file : "", dropIn: false };
}

export function modelOf({ source, statements }: Tree): SystemdUnit {
  const { name, dropIn } = unitNameOf(source.path);
  /** The statements of a key, as systemd counts them: an empty value takes back what stands above. */
  const given = (section: string, key: string): Statement[] => {
    const all = statements
      .filter(({ keyword }) => keyword.value === section)
      .flatMap(({ block }) => block?.statements ?? [])
      .filter(({ keyword }) => keyword.value === key);
    return all.slice(all.findLastIndex(({ args }) => args.length === 0) + 1);
  };
  const list = (section: string, key: string): Setting<string>[] =>
    given(section, key).flatMap((statement) =>
      pieces(statement).map((word) => ({ value: word.value, word, statement })),
    );
  const one = (section: string, key: string): Setting<string> | undefined => {
    const statement = given(section, key).at(-1);
    const word = statement?.args[0];
    return statement && word && !word.hole ? { value: word.value, word, statement } : undefined;
  };
  const commands = (key: string): UnitCommand[] => given("Service", key).flatMap(commandOf);
  const scalars = {
    type: one("Service", "Type"),
    user: one("Service", "User"),
    restart: one("Service", "Restart"),
    what: one("Mount", "What"),
    where: one("Mount", "Where") ?? one("Automount", "Where"),
    mountType: one("Mount", "Type"),
    mountOptions: one("Mount", "Options"),
    unit: one("Timer", "Unit"),
  };
  return {
    name,
    kind: name.slice(name.lastIndexOf(".") + 1),
    dropIn,
    requires: list("Unit", "Requires"),
    wants: list("Unit", "Wants"),
    bindsTo: list("Unit", "BindsTo"),
    partOf: list("Unit", "PartOf"),
    conflicts: list("Unit", "Conflicts"),
    after: list("Unit", "After"),
    before: list("Unit", "Before"),
    requiresMountsFor: list("Unit", "RequiresMountsFor"),
    wantedBy: list("Install", "WantedBy"),
    requiredBy: list("Install", "RequiredBy"),
    alias: list("Install", "Alias"),
    execStartPre: commands("ExecStartPre"),
    execStart: commands("ExecStart"),
    execStop: commands("ExecStop"),
    environment: given("Service", "Environment").flatMap(variablesOf),
    environmentFiles: list("Service", "EnvironmentFile"),
    onCalendar: given("Timer", "OnCalendar").flatMap((statement) =>
      statement.args.map((word) => ({ value: word.value, word, statement })),
    ),
    ...present(scalars),
  };
}

/** The words of a list of names, each where it stands. */
function pieces({ args }: Statement): Word[] {
  const [word] = args;
  if (!word || word.hole) return [];
  return [...joined(textOf(word.at)).matchAll(/\S+/g)].map(({ 0: value, index }) => ({
    kind: "word",
    value,
    at: span(word.at.source, word.at.start + index, word.at.start + index + value.length),
  }));
}

/** Words of a command line: quotes hold words together, a backslash keeps the next character. */
export const argvOf = (line: string): string[] =>
  [...line.matchAll(/(?:"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|\\.|[^\s"'\\])+/g)].map(({ 0: word }) =>
    word.replace(/"((?:\\.|[^"\\])*)"?|'((?:\\.|[^'\\])*)'?/g, (_, a?: string, b?: string) => a ?? b ?? ""),
  );

function commandOf(statement: Statement): UnitCommand[] {
  const [word] = statement.args;
  if (!word || word.hole) return [];
  const prefixes = /^[-@:+!|]*/.exec(word.value)![0];
  const argv = argvOf(word.value.slice(prefixes.length));
  return argv[0] ? [{ program: argv[0], argv, prefixes, word, statement }] : [];
}

const variablesOf = (statement: Statement): UnitVariable[] =>
  argvOf(statement.args[0]?.value ?? "").flatMap((word) => {
    const sign = word.indexOf("=");
    return sign > 0 ? [{ name: word.slice(0, sign), value: word.slice(sign + 1), statement }] : [];
  });
