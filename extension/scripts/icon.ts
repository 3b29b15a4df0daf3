import { crc32, deflateSync } from "node:zlib";

const size = 128;

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const ground: Colour = [22, 38, 58, 255];
const link: Colour = [120, 144, 172, 255];
const sound: Colour = [72, 187, 120, 255];
const faulty: Colour = [229, 83, 75, 255];

/** Three machines, joined; one of them is told otherwise than the others. */
const machines = [
  { x: 64, y: 34, colour: sound },
  { x: 32, y: 90, colour: sound },
  { x: 96, y: 90, colour: faulty },
] as const;

/** Distance of a point from the line between two. */
function fromLine(x: number, y: number, a: { x: number; y: number }, b: { x: number; y: number }): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const t = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - a.x - t * dx, y - a.y - t * dy);
}

function colourAt(x: number, y: number): Colour {
  const corner = 22;
  const outX = Math.max(corner - x, x - (size - corner), 0);
  const outY = Math.max(corner - y, y - (size - corner), 0);
  if (Math.hypot(outX, outY) > corner) return [0, 0, 0, 0];
  const machine = machines.find((each) => Math.hypot(x - each.x, y - each.y) < 17);
  if (machine) return machine.colour;
  const joined = machines.some((a, i) => machines.slice(i + 1).some((b) => fromLine(x, y, a, b) < 4));
  return joined ? link : ground;
}

/** Mean of 16 points of a pixel, weighted by how much they cover, so that edges are smooth. */
function pixel(x: number, y: number): Colour {
  const parts = Array.from({ length: 16 }, (_, i) =>
    colourAt(x + ((i % 4) + 0.5) / 4, y + (Math.floor(i / 4) + 0.5) / 4),
  );
  const alpha = parts.reduce((sum, part) => sum + part[3], 0);
  const mean = (channel: 0 | 1 | 2): number =>
    alpha === 0 ? 0 : Math.round(parts.reduce((sum, part) => sum + part[channel] * part[3], 0) / alpha);
  return [mean(0), mean(1), mean(2), Math.round(alpha / 16)];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** The extension's icon: a PNG of 128 × 128 pixels in RGBA. */
export function icon(): Buffer {
  const rows = Array.from({ length: size }, (_, y) => [
    0,
    ...Array.from({ length: size }, (_, x) => pixel(x, y)).flat(),
  ]).flat();
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from(rows), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
