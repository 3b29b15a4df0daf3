import type { Word } from "../core/tree.ts";
import { type Cursor, fail, peek, take, takeIf, takeRules } from "./cursor.ts";
import { type Parts, type ReadCommand, takeId, takeIdentifier, takeResource } from "./resources.ts";
import { actions, kinds, roles, type SetKind, setFault } from "./sets.ts";
import { cut, present } from "./words.ts";

const score = /^[^:]+:$/;
/** What crmsh reads as a number: infinity all in small letters or all in capitals, `mandatory` in any. */
const plainScore =
  /^(?:[+-]?(?:inf(?:inity)?|INF(?:INITY)?|\d+)|[Aa][Dd][Vv][Ii][Ss][Oo][Rr][Yy]|[Mm][Aa][Nn][Dd][Aa][Tt][Oo][Rr][Yy])$/;

export const readLocation: ReadCommand = (cursor) => {
  const from = cursor.next;
  takeId(cursor);
  if (!takeIf(cursor, /^\/.+\/$/)) {
    if (takeIf(cursor, /^\{$/)) takeBraces(cursor);
    else takeResource(cursor);
  }
  for (let option = takeIf(cursor, locationOption); option; option = takeIf(cursor, locationOption))
    checkOption(cursor, option);
  if (takeIf(cursor, score)) {
    checkScore(cursor);
    takeIdentifier(cursor);
    takeIf(cursor, /^\$?role=./i);
    return { args: cursor.words.slice(from, cursor.next), sections: [] };
  }
  const args = cursor.words.slice(from, cursor.next);
  const sections = takeRules(cursor);
  if (sections.length === 0) fail(cursor, "a location needs SCORE: NODE, or rule and its expression");
  return { args, sections };
};

const locationOption = /^\$?[^=]+=/;
const discoveries = ["always", "never", "exclusive"];

/** What Pacemaker's schema refuses of a location's options, once crm has put them into the CIB. */
function checkOption(cursor: Cursor, word: Word): void {
  const { left, right } = cut(word, "=");
  if (word.hole || !right) return;
  if (left.value === "resource-discovery" && !discoveries.includes(right.value))
    fail(cursor, `${right.value || "nothing"} is no resource-discovery: ${discoveries.join(", ")}`, right);
  if (/^\$?role$/.test(left.value) && !roles.includes(right.value.toLowerCase()))
    fail(cursor, `${right.value || "nothing"} is no role of a resource: ${roles.join(", ")}`, right);
}

function takeBraces(cursor: Cursor): void {
  const from = cursor.next;
  while (peek(cursor) && peek(cursor)?.value !== "}") take(cursor);
  const members = cursor.words.slice(from, cursor.next);
  if (!takeIf(cursor, /^\}$/))
    fail(cursor, "this set is never closed: a } must stand behind its last resource", cursor.words[from - 1]);
  else if (members.length === 0) fail(cursor, "this set is empty", cursor.words[from - 1]);
  else checkSets(cursor, members, "role");
}

function checkSets(cursor: Cursor, words: readonly Word[], kind: SetKind): void {
  const fault = setFault(words, kind);
  if (fault) fail(cursor, fault.message, fault.word);
}

/** `a b:role`, or sets. A tail such as symmetrical=true stands at the very end. */
function takeResources(cursor: Cursor, from: number, kind: SetKind, simple: number, tail: RegExp): Parts {
  const last = cursor.words.at(-1)!;
  const end =
    tail.test(last.value) && cursor.next < cursor.words.length
      ? cursor.words.length - 1
      : cursor.words.length;
  const words = cursor.failed ? [] : cursor.words.slice(cursor.next, end);
  if (words.length === simple) for (const word of words) checkReference(cursor, word, kind);
  else if (words.length > 0) checkSets(cursor, words, kind);
  else fail(cursor, "the names of resources must stand here");
  if (!cursor.failed) cursor.next = cursor.words.length;
  return { args: cursor.words.slice(from, cursor.next), sections: [] };
}

function checkReference(cursor: Cursor, word: Word, kind: SetKind): void {
  const { right } = cut(word, ":");
  if (!right?.value || word.hole) return;
  const known = kind === "role" ? roles : actions;
  if (right.value.includes(":")) fail(cursor, `${word.value} has more than one colon`, word);
  else if (!/^\d+$/.test(right.value) && !known.includes(right.value.toLowerCase()))
    fail(cursor, `${right.value} is no ${kind} of a resource: ${known.join(", ")}`, right);
}

export const readColocation: ReadCommand = (cursor) => {
  const from = cursor.next;
  takeId(cursor);
  if (!takeIf(cursor, score) && !peek(cursor)?.hole)
    fail(cursor, "a score must stand here, such as inf: or 100:");
  else checkScore(cursor);
  const apart = cursor.next;
  const last = cursor.words.at(-1)!;
  const parts = takeResources(cursor, from, "role", 2, nodeAttribute);
  if (nodeAttribute.test(last.value) && cursor.words.length - apart > 3)
    fail(cursor, `${last.value} does not fit to more than two resources or to sets of them`, last);
  return parts;
};

const nodeAttribute = /^node-attribute=./i;

/** crmsh takes any other word for a node attribute's name, which Pacemaker's schema refuses in a constraint without a rule. */
function checkScore(cursor: Cursor): void {
  const word = cursor.words[cursor.next - 1]!;
  if (!word.hole && !plainScore.test(word.value.slice(0, -1)))
    fail(cursor, `${word.value.slice(0, -1)} is no score: inf, -inf or a whole number`, word);
}

export const readOrder: ReadCommand = (cursor) => {
  const from = cursor.next;
  takeId(cursor);
  const kind = takeIf(cursor, score);
  const name = kind?.value.slice(0, -1) ?? "";
  if (
    kind &&
    !kind.hole &&
    !kinds.includes(name.toLowerCase()) &&
    !/^[+-]?(inf(inity)?|INF(INITY)?|\d+)$/.test(name)
  )
    fail(cursor, `${name} is no kind of order: Mandatory, Optional or Serialize`, kind);
  return takeResources(cursor, from, "action", 2, /^symmetrical=(true|false|yes|no|on|off)$/i);
};

export const readTicket: ReadCommand = (cursor) => {
  const from = cursor.next;
  takeId(cursor);
  if (!takeIf(cursor, score) && !peek(cursor)?.hole)
    fail(cursor, "the ticket's name and a colon must stand here");
  return takeResources(cursor, from, "role", 1, /^loss-policy=(stop|demote|fence|freeze)$/i);
};

export const readMonitor: ReadCommand = (cursor) => {
  const resource = take(cursor);
  const times = take(cursor);
  if (!times) fail(cursor, "a resource and an interval must stand here: monitor RESOURCE 10s:20s");
  else if (times.value.split(":").length > 2) fail(cursor, `${times.value} is no INTERVAL:TIMEOUT`, times);
  else if (resource) checkReference(cursor, resource, "role");
  return { args: present(resource, times), sections: [] };
};
