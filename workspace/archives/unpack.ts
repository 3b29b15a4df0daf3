import { Readable } from "node:stream";
import { ReadableStream } from "node:stream/web";
import { createGunzip } from "node:zlib";
import { Decompress } from "fzstd";
import unbzip2 from "unbzip2-stream";
import xz from "xz-decompress";
import { ArchiveEnd, type Limits } from "./member.ts";

export type Bytes = AsyncIterable<Uint8Array>;
export type Packing = "gzip" | "xz" | "bzip2" | "zstd" | "zip" | "none";

const magics: readonly (readonly [Packing, readonly number[]])[] = [
  ["gzip", [0x1f, 0x8b]],
  ["xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ["bzip2", [0x42, 0x5a, 0x68]],
  ["zstd", [0x28, 0xb5, 0x2f, 0xfd]],
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
];

/** Told by the first bytes: names lie. */
export const packingOf = (head: Uint8Array): Packing =>
  magics.find(([, magic]) => magic.every((byte, i) => head[i] === byte))?.[0] ?? "none";

/** The bytes unpacked, as they come; throws ArchiveEnd where there are more than the limits allow. */
export async function* unpacked(packed: Bytes, packing: Packing, limits: Limits): Bytes {
  const count = { packed: 0, unpacked: 0 };
  const counted = (chunk: Uint8Array): void => {
    count.unpacked += chunk.length;
    if (count.unpacked > limits.unpacked)
      throw new ArchiveEnd(
        "file/archive-limit",
        `this archive holds more than ${sizeText(limits.unpacked)}: the rest is not read`,
      );
    if (count.unpacked > limits.ratioFrom && count.unpacked > count.packed * limits.ratio)
      throw new ArchiveEnd(
        "file/archive-limit",
        `this archive unpacks to more than ${limits.ratio} times its size, as only a bomb does: the rest is not read`,
      );
  };
  for await (const chunk of unpackers[packing](counting(packed, count), counted)) {
    if (!pushing.has(packing)) counted(chunk);
    yield chunk;
  }
}

export const sizeText = (bytes: number): string =>
  bytes >= 2 ** 30 ? `${bytes / 2 ** 30} GiB` : `${Math.ceil(bytes / 2 ** 20)} MiB`;

async function* counting(packed: Bytes, count: { packed: number }): Bytes {
  for await (const chunk of packed) {
    count.packed += chunk.length;
    yield chunk;
  }
}

/** Those that hand over all that one chunk gives at once: they count while they make it. */
const pushing: ReadonlySet<Packing> = new Set(["bzip2", "zstd"]);

type Unpacker = (packed: Bytes, counted: (chunk: Uint8Array) => void) => Bytes;

const unpackers: Readonly<Record<Packing, Unpacker>> = {
  none: (packed) => packed,
  zip: (packed) => packed,
  gzip: gunzip,
  xz: (packed) => new xz.XzReadableStream(webStream(packed)) as unknown as Bytes,
  bzip2: bunzip2,
  zstd: unzstd,
};

async function* gunzip(packed: Bytes): Bytes {
  const source = Readable.from(packed);
  const gunzip = createGunzip();
  source.on("error", (error) => gunzip.destroy(error));
  try {
    yield* source.pipe(gunzip) as Bytes;
  } finally {
    source.destroy();
  }
}

const webStream = (packed: Bytes): ReadableStream<Uint8Array> => ReadableStream.from(packed);

async function* bunzip2(packed: Bytes, counted: (chunk: Uint8Array) => void): Bytes {
  const stream = unbzip2();
  const made: Uint8Array[] = [];
  let failure: unknown;
  stream.on("data", (chunk: Uint8Array) => {
    counted(chunk);
    made.push(chunk);
  });
  stream.on("error", (error: unknown) => {
    failure ??= error;
  });
  for await (const chunk of packed) {
    stream.write(chunk as never);
    yield* made.splice(0);
    if (failure) throw failure;
  }
  stream.end();
  yield* made.splice(0);
  if (failure) throw failure;
}

async function* unzstd(packed: Bytes, counted: (chunk: Uint8Array) => void): Bytes {
  const made: Uint8Array[] = [];
  const stream = new Decompress((chunk) => {
    counted(chunk);
    made.push(chunk);
  });
  for await (const chunk of packed) {
    stream.push(chunk);
    yield* made.splice(0);
  }
  stream.push(new Uint8Array(0), true);
  yield* made.splice(0);
}
