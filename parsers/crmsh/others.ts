import type { Statement, Word } from "../core/tree.ts";
import {
  below,
  type Cursor,
  fail,
  idSpec,
  isOne,
  peek,
  take,
  takeIf,
  takePairs,
  takeRules,
} from "./cursor.ts";
import { isId, noId, type ReadCommand, takeIdentifier, takeResource, takeSections } from "./resources.ts";
import { present } from "./words.ts";

export const readProperty: ReadCommand = (cursor) => {
  if (!peek(cursor)) fail(cursor, "name=value must follow");
  const id = takeIf(cursor, /^(\$id=.*|[\w-]+:)$/i) ?? takeIf(cursor, idSpec);
  const rules = takeRules(cursor);
  return { args: present(id), sections: [...rules, ...takePairs(cursor)] };
};

const target = /^(?:attr:[\w-]+=[\w-]+|pattern:.+|[^:]+:)$/i;
const devices = /^[\w.-]+(?:,[\w.-]+)*$/;

/** `target: device,device device …`. Where no target stands first, crm gives the words to every node that it knows, and they may come to nothing. */
export const readFencingTopology: ReadCommand = (cursor) => {
  const words = rest(cursor);
  const targeted = words[0] && target.test(words[0].value);
  const wrong = targeted && words.find(({ value }) => !target.test(value) && !devices.test(value));
  if (wrong) {
    const why = target.test(wrong.value.replace(/:$/, ""))
      ? "takes no colon behind it"
      : "is no list of devices: names with commas and no blanks between them";
    fail(cursor, `${wrong.value} ${why}`, wrong);
  }
  return { args: words, sections: [] };
};

export const readTag: ReadCommand = (cursor) => {
  const name = takeIf(cursor, /^[a-zA-Z_][^\s:]*:?$/) ?? fail(cursor, "the tag's name must stand here");
  if (name && !name.hole && !isId(name.value.replace(/:$/, ""))) fail(cursor, noId(name), name);
  const members: (Word | undefined)[] = [];
  while (peek(cursor)) members.push(takeResource(cursor));
  if (members.length === 0) fail(cursor, "the names of resources must follow");
  return { args: present(name, ...members), sections: [] };
};

function rest(cursor: Cursor): Word[] {
  const words: Word[] = [];
  for (let word = take(cursor); word; word = take(cursor)) words.push(word);
  return words;
}

export const readNames: ReadCommand = (cursor) => {
  const names: (Word | undefined)[] = [];
  while (peek(cursor)) names.push(takeIdentifier(cursor));
  if (names.length < 2) fail(cursor, "an id and the names of roles must follow");
  return { args: present(...names), sections: [] };
};

const rights = /^(read|write|deny)$/i;
const permission =
  /^((xpath|ref|reference|tag|type|attr|attribute|meta|params|utilization|location):.+|(property|nodeattr|nodeutil|node|status|cib)(:.+)?)$/;

/** `role R read xpath:… write property:…`: each right is followed by what it covers. */
export const readRole: ReadCommand = (cursor) => {
  const id = takeIdentifier(cursor);
  const args: (Word | undefined)[] = [id, takeIf(cursor, /^description=./i)];
  while (peek(cursor)) {
    args.push(takeIf(cursor, rights) ?? fail(cursor, "read, write or deny must stand here"));
    args.push(takeIf(cursor, /^(\$id=.*|[\w-]+:)$/i), takeIf(cursor, /^description=./i));
    const from = cursor.next;
    while (permission.test(peek(cursor)?.value ?? "")) args.push(take(cursor));
    checkPermissions(cursor, cursor.words.slice(from, cursor.next));
  }
  return { args: present(...args), sections: [] };
};

/** How many names each shortcut takes behind it. */
const shortcuts: Readonly<Record<string, number>> = {
  ...{ meta: 2, params: 2, utilization: 1, location: 1, property: 1, nodeattr: 1, nodeutil: 1, node: 1 },
  ...{ status: 0, cib: 0 },
};

/** What one right covers: an attribute only of elements of one type, and no shortcut with more names than it has places. */
function checkPermissions(cursor: Cursor, words: readonly Word[]): void {
  const kindOf = ({ value }: Word): string => value.split(":", 1)[0]!;
  for (const word of words) {
    const names = word.value.split(":").slice(1);
    const places = shortcuts[kindOf(word)];
    if (places !== undefined && names.length > places)
      fail(cursor, `${word.value} has a name too many: ${kindOf(word)} takes ${places || "none"}`, word);
  }
  const attribute = words.find((word) => /^attr(ibute)?$/.test(kindOf(word)));
  if (attribute && !words.some((word) => /^(tag|type)$/.test(kindOf(word))))
    fail(cursor, `${attribute.value} needs type:ELEMENT beside it, whose attribute it is`, attribute);
}

const oldPermission =
  /^((xpath|ref|tag|attribute|meta|params|utilization|location|property|nodeattr|nodeutil|node):.*|status|cib|property|nodeattr|nodeutil|node)$/;

/** The old way to give rights, `user U role:R` or `user U read …`: gone from Pacemaker's schema since 2.0. */
export const readUser: ReadCommand = (cursor) => {
  const args: (Word | undefined)[] = [takeIdentifier(cursor)];
  while (peek(cursor)) {
    const role = takeIf(cursor, /^role:./i);
    args.push(
      role ?? takeIf(cursor, rights) ?? fail(cursor, "read, write, deny or role:NAME must stand here"),
    );
    while (!role && oldPermission.test(peek(cursor)?.value ?? "")) args.push(take(cursor));
  }
  return { args: present(...args), sections: [] };
};

export const readXml: ReadCommand = (cursor) => {
  if (!peek(cursor)) fail(cursor, "an XML element must follow");
  return { args: rest(cursor), sections: [] };
};

export const readAlert: ReadCommand = (cursor) => {
  const args = present(takeIdentifier(cursor), take(cursor), takeIf(cursor, /^description=./i));
  const sections: Statement[] = [];
  for (let word = peek(cursor); word; word = peek(cursor)) {
    const before = cursor.next;
    if (/^(attributes|meta)$/.test(word.value))
      sections.push(
        ...takeSections(cursor, ["attributes", "meta"], undefined, ["attributes", "meta", "to", "select"]),
      );
    else if (word.value === "select") sections.push(takeSelect(cursor));
    else if (isOne(word, ["to"])) sections.push(takeRecipient(cursor));
    else fail(cursor, `${word.value} does not fit here: to, attributes, meta or select must stand here`);
    if (cursor.next === before) break;
  }
  return { args, sections };
};

function takeSelect(cursor: Cursor): Statement {
  const keyword = take(cursor)!;
  const args: Word[] = [];
  for (
    let word = peek(cursor);
    isOne(word, ["nodes", "fencing", "resources", "attributes"]);
    word = peek(cursor)
  ) {
    if (isOne(word, ["attributes"]) && cursor.words[cursor.next + 1]?.value !== "{") break;
    args.push(take(cursor)!);
    if (!isOne(word, ["attributes"])) continue;
    while (peek(cursor) && args.at(-1)?.value !== "}") args.push(take(cursor)!);
  }
  return below(keyword, args);
}

function takeRecipient(cursor: Cursor): Statement {
  const keyword = take(cursor)!;
  const open = takeIf(cursor, /^\{$/);
  const value = take(cursor) ?? fail(cursor, "a recipient must stand here");
  const about = takeIf(cursor, /^description=./i);
  const ends = ["attributes", "meta", "to", ...(open ? ["}"] : [])];
  const sections = takeSections(cursor, ["attributes", "meta"], undefined, ends);
  const close = open && (takeIf(cursor, /^\}$/) ?? fail(cursor, "a } must stand here"));
  return below(keyword, present(open, value, about, close), sections);
}
