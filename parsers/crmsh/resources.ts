import type { Statement, Word } from "../core/tree.ts";
import {
  below,
  type Cursor,
  fail,
  gap,
  idSpec,
  isOne,
  peek,
  take,
  takeIf,
  takePairs,
  takeSet,
} from "./cursor.ts";
import { present } from "./words.ts";

/** What a reader makes of a command's words behind its keyword. */
export interface Parts {
  readonly args: readonly Word[];
  readonly sections: readonly Statement[];
}

export type ReadCommand = (cursor: Cursor) => Parts;

const identifier = /^[a-z0-9_#$-][^=]*$/i;
const resource = /^[a-z_#$][^=]*$/i;
const description = /^description=./i;

const isHole = (cursor: Cursor): boolean => !!peek(cursor)?.hole;

/** The CIB takes XML names only. */
export const isId = (value: string): boolean => /^[A-Za-z_][\w.\u00a0-\uffff-]*$/.test(value);
export const noId = ({ value }: Word): string =>
  `${value.replace(/:$/, "")} is no id: a letter or _ must come first, then letters, digits, _, . and -`;

/** The id that a command gives to what it makes. */
export function takeId(cursor: Cursor): Word | undefined {
  const id = takeIdentifier(cursor);
  return !id || id.hole || isId(id.value) ? id : fail(cursor, noId(id), id);
}

export function takeIdentifier(cursor: Cursor): Word | undefined {
  return isHole(cursor)
    ? take(cursor)
    : (takeIf(cursor, identifier) ?? fail(cursor, "a name must stand here"));
}

export function takeResource(cursor: Cursor): Word | undefined {
  return isHole(cursor)
    ? take(cursor)
    : (takeIf(cursor, resource) ?? fail(cursor, "the name of a resource must stand here"));
}

/** The sections of a command, each opened by its name; the first may come without it. */
export function takeSections(
  cursor: Cursor,
  names: readonly string[],
  implicit?: string,
  ends?: readonly string[],
): Statement[] {
  const sections: Statement[] = [];
  for (let word = peek(cursor); word; word = peek(cursor)) {
    if (isOne(word, names)) {
      take(cursor);
      word = { ...word, value: word.value.toLowerCase() };
      if (isOne(word, ["op"])) sections.push(takeOperation(cursor, word));
      else if (isOne(word, ["operations"])) sections.push(takeOperationsId(cursor, word));
      else sections.push(takeSet(cursor, word, ends));
    } else if (implicit && sections.length === 0) {
      const before = cursor.next;
      const section = takeSet(cursor, gap(cursor, implicit), ends);
      if (cursor.next === before) break;
      sections.push(section);
    } else break;
  }
  return sections;
}

/** Attributes of an operation by Pacemaker's schema; another name is a parameter for the agent. */
const operationOptions = [
  ...["id", "name", "interval", "description", "start-delay", "interval-origin", "timeout", "enabled"],
  ...["record-pending", "role", "on-fail"],
];

function takeOperation(cursor: Cursor, keyword: Word): Statement {
  const name = takeIdentifier(cursor);
  const pairs = takePairs(cursor);
  const parameter = pairs.findIndex(({ keyword }) => !isOption(keyword));
  const late = parameter < 0 ? undefined : pairs.slice(parameter).find(({ keyword }) => isOption(keyword));
  if (late)
    fail(
      cursor,
      `${late.keyword.value} must stand before ${pairs[parameter]!.keyword.value}, which is a parameter for the agent`,
      late.keyword,
    );
  else if (parameter >= 0 && !pairs.some(({ keyword }) => keyword.value === "interval"))
    fail(
      cursor,
      `interval must be set, and before ${pairs[parameter]!.keyword.value}: crm sets it to 0 behind that parameter and then refuses its place`,
      pairs[parameter]!.keyword,
    );
  const more = takeSections(cursor, ["op_params", "op_meta"], "op_params");
  return below(keyword, name ? [name] : [], [...pairs, ...more]);
}

export const isOption = ({ value, hole }: Word): boolean =>
  !!hole || operationOptions.includes(value) || /^[$@]/.test(value);

function takeOperationsId(cursor: Cursor, keyword: Word): Statement {
  const spec =
    takeIf(cursor, idSpec) ?? fail(cursor, "operations must name their set: $id=NAME or $id-ref=NAME");
  return below(keyword, spec ? [spec] : []);
}

const readPrimitiveOf =
  (templates: boolean): ReadCommand =>
  (cursor) => {
    const id = takeId(cursor);
    const type = templates && /^@./.test(peek(cursor)?.value ?? "") ? take(cursor) : takeType(cursor);
    const about = takeIf(cursor, description);
    const names = ["params", "meta", "utilization", "operations", "op"];
    return { args: present(id, type, about), sections: takeSections(cursor, names, "params") };
  };

export const readPrimitive = readPrimitiveOf(true);
export const readTemplate = readPrimitiveOf(false);

function takeType(cursor: Cursor): Word | undefined {
  const word = take(cursor);
  if (!word) return fail(cursor, "the agent must stand here: class:provider:type, class:type or type");
  const parts = word.value.split(":");
  const whole =
    parts.length <= 3 &&
    parts[0] !== "" &&
    parts.at(-1) !== "" &&
    !(parts.length === 3 && parts[0] === "ocf" && !parts[1]);
  return whole || word.hole
    ? word
    : fail(cursor, `${word.value} names no agent: class:provider:type, class:type or type`, word);
}

export const readClone: ReadCommand = (cursor) => {
  const args = present(takeId(cursor), takeResource(cursor), takeIf(cursor, description));
  return { args, sections: takeSections(cursor, ["params", "meta"], "params") };
};

export const readGroup: ReadCommand = (cursor) => {
  const id = takeId(cursor);
  const members: Word[] = [];
  for (let word = peek(cursor); word && isMember(word); word = peek(cursor)) {
    if (members.some(({ value }) => value === word!.value) && !word.hole)
      fail(cursor, `${word.value} stands twice in group ${id?.value ?? ""}`, word);
    else members.push(take(cursor)!);
  }
  const about = takeIf(cursor, description);
  return {
    args: present(id, ...members, about),
    sections: takeSections(cursor, ["params", "meta"], "params"),
  };
};

const isMember = (word: Word): boolean => !word.value.includes("=") && !isOne(word, ["params", "meta"]);

const containers = ["docker", "podman", "rkt", "network", "port-mapping", "storage"];

export const readBundle: ReadCommand = (cursor) => {
  const args = present(takeId(cursor), takeIf(cursor, description));
  const sections: Statement[] = [];
  for (let word = peek(cursor); word; word = peek(cursor)) {
    const ends = ["network", "storage", "meta", "primitive"];
    if (isOne(word, containers)) {
      take(cursor);
      const pairs = takePairs(cursor, ends);
      const bare = pairs.find(
        ({ args, keyword }) =>
          args.length === 0 && !keyword.hole && !/^(port|storage)-mapping$/.test(keyword.value),
      );
      sections.push(below(word, [], pairs));
      const loose = isOne(word, ["storage"]) ? pairs[0] : undefined;
      if (loose && loose.keyword.value !== "storage-mapping" && !loose.keyword.hole)
        fail(cursor, "storage-mapping must stand here, before its options", loose.keyword);
      if (bare) fail(cursor, `${bare.keyword.value} has no value: name=value must stand here`, bare.keyword);
    } else if (isOne(word, ["primitive"])) {
      take(cursor);
      const name = takeIf(cursor, /^[^=]+$/) ?? fail(cursor, "the name of a primitive must stand here");
      sections.push(below(word, present(name)));
    } else if (isOne(word, ["meta"])) {
      take(cursor);
      sections.push(takeSet(cursor, word, ["network", "storage", "primitive"]));
    } else break;
  }
  return { args, sections };
};

const nodeId = /^(\$id=.*|[\w-]+:)$/i;

export const readNode: ReadCommand = (cursor) => {
  const id = takeIf(cursor, nodeId);
  const name = isHole(cursor)
    ? take(cursor)
    : (takeIf(cursor, /^[^:]+(:(normal|member|ping|remote))?$/i) ??
      fail(cursor, "the node's name must stand here, alone or with :normal, :member, :ping or :remote"));
  const about = takeIf(cursor, description);
  return {
    args: present(id, name, about),
    sections: takeSections(cursor, ["attributes", "utilization"], "attributes"),
  };
};
