import { basename } from "node:path";
import type { Format } from "../../parsers/core/format.ts";
import type { Source } from "../../parsers/core/source.ts";
import { untemplated } from "../../parsers/core/templateTags.ts";
import type { Classifier } from "../classify.ts";
import type { Placed } from "../place.ts";
import { evaluate, type Tools } from "./evaluate.ts";
import { expressionOf } from "./expression.ts";
import { noLayer } from "./files.ts";
import { type Template, templateOf } from "./jinja.ts";
import { type Made, render } from "./render.ts";
import { likelyHosts, type Play, playsOf, type Role, type TemplateTask } from "./role.ts";
import { Unreadable } from "./tokens.ts";
import { type Budget, Spent, truth } from "./values.ts";
import { type Site, type Variables, variablesOf } from "./variables.ts";

/** A file that a template makes on one host. */
export interface MadeFile {
  readonly host: string;
  readonly format: Format;
  /** "/etc/keepalived/keepalived.conf" */
  readonly inside: string;
  readonly opened: boolean;
  readonly made: Made;
}

export interface Making {
  readonly site: Site;
  readonly source: Source;
  readonly role: Role;
  /** The template's name in the role. */
  readonly src: string;
  /** What is known of the template by itself. */
  readonly placed?: Placed;
  readonly classify: Classifier;
  readonly budget: Budget;
}

/** What one template may cost, for all its hosts. */
const templateBudget = 4_000_000;

/** Hosts that one template is rendered for. */
const mostHosts = 200;

/** The files of all hosts, and what could not be evaluated: where the template as a whole cannot, there are no files. */
export function filesMade(making: Making): {
  readonly hosts: readonly string[];
  readonly files: readonly MadeFile[];
  readonly missed: readonly string[];
} {
  const { site, source, role, budget } = making;
  const missed = new Set<string>();
  const own: Budget = { left: Math.min(templateBudget, budget.left) };
  const before = own.left;
  const tools: Tools = { budget: own, missed: (what) => missed.add(what) };
  const plays = playsOf(role, site.inventory, site.files);
  const wanted =
    plays.length > 0 ? [...new Set(plays.flatMap(({ hosts }) => hosts))] : likelyHosts(role, site.inventory);
  const hosts = wanted.slice(0, mostHosts);
  const cut =
    wanted.length > mostHosts ? [`rendered for the first ${mostHosts} of ${wanted.length} hosts`] : [];
  try {
    const template = templateOf(source.text);
    const files = hosts.flatMap((host) => onHost(host, plays, template, making, tools));
    return { hosts, files, missed: [...cut, ...told(missed)] };
  } catch (error) {
    const why = error instanceof RangeError ? "it is nested too deeply" : (error as Error).message;
    if (!(error instanceof Spent || error instanceof Unreadable || error instanceof RangeError)) throw error;
    return {
      hosts: [],
      files: [],
      missed: [`not rendered, as ${why}: checked as a template of which no value is known`],
    };
  } finally {
    budget.left -= before - own.left;
  }
}

const told = (missed: ReadonlySet<string>): string[] => {
  const [first, ...more] = missed;
  if (first === undefined) return [];
  return [
    `${first}${more.length > 0 ? `, nor ${more.length} more of this template` : ""}: what it gives counts as unknown`,
  ];
};

function onHost(
  host: string,
  plays: readonly Play[],
  template: Template,
  making: Making,
  tools: Tools,
): MadeFile[] {
  const { site, source, role, src } = making;
  const play = plays.find(({ hosts }) => hosts.includes(host));
  const tasks = role.tasks.filter((task) => task.src === src || task.src.endsWith(`templates/${src}`));
  const variablesFor = (task: TemplateTask | undefined): Variables =>
    variablesOf(
      site,
      host,
      {
        folder: play?.folder ?? role.project,
        role: role.name,
        defaults: role.defaults,
        over: [
          play?.params ?? noLayer,
          task?.vars ?? noLayer,
          role.vars,
          play?.files ?? noLayer,
          play?.vars ?? noLayer,
        ],
        set: role.set,
        hosts: play?.hosts ?? [],
      },
      tools,
    );
  const found = (tasks.length > 0 ? tasks : [undefined]).flatMap((task): MadeFile[] => {
    const variables = variablesFor(task);
    if (task && !isRun(task, variables, tools)) return [];
    const dest = task && variables.textOf(task.dest);
    const place = placeOf(typeof dest === "string" ? dest : undefined, making);
    return place ? [{ host, ...place, made: render(template, source.text, variables.lookup, tools) }] : [];
  });
  return [...new Map(found.map((file) => [file.inside, file])).values()];
}

/** Unless a condition surely does not hold. */
const isRun = ({ when }: TemplateTask, { lookup }: Variables, tools: Tools): boolean =>
  when.every((condition) => {
    try {
      return truth(evaluate(expressionOf(condition), { names: new Map(), outer: lookup }, tools)) !== false;
    } catch (error) {
      if (error instanceof Unreadable) return true;
      throw error;
    }
  });

/** By the destination of the task, else by the template's own name. */
function placeOf(
  dest: string | undefined,
  { placed, classify, src, source }: Making,
): Omit<MadeFile, "host" | "made"> | undefined {
  const name = basename(untemplated(src) ?? src);
  if (dest?.startsWith("/")) {
    const inside = dest.endsWith("/") ? dest + name : dest;
    const format = classify.byPath(inside, "/")?.format ?? placed?.format;
    return format && { format, inside, opened: classify.opens(format, inside) || (placed?.opened ?? false) };
  }
  if (!placed) return undefined;
  const { format, opened } = placed;
  const usual = format.files.find((glob) => basename(glob) === name && !/[*?{[]/.test(glob));
  const folder =
    name === format.title ? format.files.find((glob) => /^[^*?{[]+\/[^/]*$/.test(glob)) : undefined;
  const inside = usual ?? (folder ? `${folder.slice(0, folder.lastIndexOf("/"))}/${name}` : source.path);
  return { format, inside, opened: usual ? classify.opens(format, usual) : opened };
}
