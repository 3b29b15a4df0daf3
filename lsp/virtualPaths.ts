/** Files of any file system of an editor as absolute paths: `vscode-vfs://github/a/b` is `/vscode-vfs:github/a/b`. */

/** undefined for what is no file, such as untitled:Untitled-1. */
export function pathOf(uri: string): string | undefined {
  const [, scheme, authority = "", path] =
    /^([a-z][a-z\d+.-]*):(?:\/\/([^/?#]*))?(\/[^?#]*)/i.exec(uri) ?? [];
  if (path === undefined) return undefined;
  try {
    return `/${scheme}:${authority}${decodeURIComponent(path).replace(/\/+$/, "")}`;
  } catch {
    return undefined;
  }
}

export function uriOf(path: string): string {
  const [, scheme = "file", authority = "", rest = "/"] = /^\/([^/:]*):([^/]*)(\/.*)?$/.exec(path) ?? [];
  const named = authority !== "" || scheme === "file" ? `//${authority}` : "";
  return `${scheme}:${named}${rest.split("/").map(encodeURIComponent).join("/")}`;
}
