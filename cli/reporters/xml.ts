import { plain } from "../plain.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text for an element or an attribute of XML 1.0 and of HTML: on one line, without what neither may hold. */
export const escaped = (text: string): string =>
  plain(text)
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"']/g, (char) => entities[char]!);

/** `<name key="value"`, without its end. */
export const opening = (name: string, attributes: Readonly<Record<string, string | number>>): string =>
  `<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(String(value))}"`)].join(" ")}`;
