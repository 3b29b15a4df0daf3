/** Stands for node:path in a Web Worker (extension/esbuild.mjs): what is used of it, of absolute paths with `/`. */

const partsOf = (path: string): string[] => {
  const parts: string[] = [];
  for (const part of path.split("/"))
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  return parts;
};

export const join = (...paths: readonly string[]): string => `/${partsOf(paths.join("/")).join("/")}`;

/** `paths` begin with an absolute one. */
export const resolve = (...paths: readonly string[]): string => {
  const from = paths.findLastIndex((path) => path.startsWith("/"));
  return join(...paths.slice(Math.max(0, from)));
};

export const dirname = (path: string): string => join(path, "..");

export const basename = (path: string, end = ""): string => {
  const name = partsOf(path).at(-1) ?? "";
  return end !== "" && name !== end && name.endsWith(end) ? name.slice(0, -end.length) : name;
};

export const extname = (path: string): string => /[^/](\.[^./]*)$/.exec(path)?.[1] ?? "";

export const relative = (from: string, to: string): string => {
  const [here, there] = [partsOf(from), partsOf(to)];
  const same = here.findIndex((part, i) => part !== there[i]);
  const common = same < 0 ? here.length : same;
  return [...here.slice(common).map(() => ".."), ...there.slice(common)].join("/");
};
