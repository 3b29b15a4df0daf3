import type { Tree } from "./tree.ts";

/** Tags stand in the text as comments do, so that statements may be left out or repeated: nothing can be counted. */
export const isTemplated = ({ source, comments }: Tree): boolean =>
  comments.some(({ at }) =>
    /^(?:[{<]%|\{\{|\$[{A-Z]|@[@A-Za-z])/.test(source.text.slice(at.start, at.start + 2)),
  );
