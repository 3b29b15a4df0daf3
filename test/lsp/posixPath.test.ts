import { posix } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as own from "../../lsp/posixPath.ts";

const part = fc.constantFrom("a", "b.c", ".d", "e.tar.gz", "..", ".", "", "ü x");
const tail = fc.array(part, { maxLength: 5 }).map((parts) => parts.join("/"));
const absolute = tail.map((path) => `/${path}`);
/** Without what node:path keeps: the slash at the end. */
const plain = (path: string): string => path.replace(/(?<=.)\/+$/, "");

test("the paths of the Web Worker are those of node:path", () => {
  fc.assert(
    fc.property(absolute, absolute, tail, (from, to, more) => {
      expect(own.join(from, more)).toBe(plain(posix.join(from, more)));
      expect(own.resolve(from, to)).toBe(posix.resolve(from, to));
      expect(own.resolve(from, more)).toBe(posix.resolve(from, more));
      expect(own.relative(from, to)).toBe(posix.relative(from, to));
      const path = posix.resolve(from);
      expect(own.dirname(path)).toBe(posix.dirname(path));
      expect(own.basename(path)).toBe(posix.basename(path));
      expect(own.extname(path)).toBe(posix.extname(path));
      expect(own.basename(path, own.extname(path))).toBe(posix.basename(path, posix.extname(path)));
    }),
    { numRuns: 500 },
  );
});
