import { ReadableStream } from "node:stream/web";
import { createTarDecoder, type ParsedTarEntry } from "modern-tar";
import type { Member } from "./member.ts";
import type { Bytes } from "./unpack.ts";

const kinds: Readonly<Record<string, Member["kind"]>> = {
  file: "file",
  directory: "folder",
  symlink: "symlink",
  link: "hardlink",
};

/** The members of a tar, read once from its beginning to its end. Throws where the tar is damaged. */
export async function* tarMembers(bytes: Bytes): AsyncIterable<Member> {
  const stream = ReadableStream.from(bytes) as unknown as globalThis.ReadableStream<Uint8Array>;
  const entries = stream.pipeThrough(createTarDecoder({ strict: true }));
  for await (const entry of entries as unknown as AsyncIterable<ParsedTarEntry>) {
    const { header, body } = entry;
    let isTaken = false;
    yield {
      name: header.name,
      kind: kinds[header.type ?? "file"] ?? "other",
      size: header.size,
      target: header.linkname ?? "",
      isEncrypted: false,
      read: () => {
        isTaken = true;
        return allOf(body);
      },
    };
    if (!isTaken) await body.cancel();
  }
}

async function allOf(body: globalThis.ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body as unknown as Bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}
