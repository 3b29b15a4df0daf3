import type { Readable } from "node:stream";
import { type Entry, getFileNameLowLevel, openPromise } from "yauzl";
import type { Member } from "./member.ts";

/** The members of a zip, by its own list at its end. Throws where the list is damaged. */
export async function* zipMembers(path: string): AsyncIterable<Member> {
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false });
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      const read = async (): Promise<Uint8Array> =>
        allOf(await zip.openReadStreamPromise(entry), entry.uncompressedSize);
      const kind = kindOf(entry, name);
      const target = kind === "symlink" && !entry.isEncrypted() && entry.uncompressedSize <= 4096;
      yield {
        name,
        kind,
        size: entry.uncompressedSize,
        target: target ? new TextDecoder().decode(await read()) : "",
        isEncrypted: entry.isEncrypted(),
        read,
      };
    }
  } finally {
    zip.close();
  }
}

const nameOf = (entry: Entry): string =>
  getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileName as unknown as Buffer,
    entry.extraFields,
    true,
  );

/** Unix keeps a file's type in the upper half of the attributes. */
function kindOf({ externalFileAttributes }: Entry, name: string): Member["kind"] {
  if (name.endsWith("/")) return "folder";
  const type = (externalFileAttributes >>> 16) & 0o170000;
  return type === 0o120000 ? "symlink" : type === 0 || type === 0o100000 ? "file" : "other";
}

async function allOf(stream: Readable, size: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > size) throw new Error("a file is larger than the archive says");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
