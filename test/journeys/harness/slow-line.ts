import net from 'node:net';

export interface LineSpeed {
  /** Bits a second, each way. */
  bitsPerSecond: number;
  /** From one end to the other and back, in milliseconds. */
  roundTripMs: number;
  /** Bytes that wait before the line at most; then the sender is not read from, so that its own buffers fill. */
  queue?: number;
}

/** A phone's connection on a train: what the program must stay usable over. */
export const slowLine: LineSpeed = { bitsPerSecond: 256_000, roundTripMs: 150 };

/** Bytes travel in pieces of about this size, as over a real line. */
const pieceSize = 1400;

export interface SlowLine {
  /** Connect here, on 127.0.0.1, instead of to the target. */
  port: number;
  /** Bytes that have left the line so far: from the target to who connected, and back. */
  readonly down: number;
  readonly up: number;
  close(): Promise<void>;
}

/**
 * A line between whoever connects to `port` and a port of this machine, as slow and as long as asked for. It passes the
 * bytes of TCP connections, so it needs no rights and no kernel module.
 * @param target a port of 127.0.0.1
 */
export async function openSlowLine(target: number, speed: LineSpeed = slowLine): Promise<SlowLine> {
  const passed = { down: 0, up: 0 };
  const sockets = new Set<net.Socket>();
  const server = net.createServer((near) => {
    const far = net.connect(target, '127.0.0.1');
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      // The other end hears of it by the end of its own socket.
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    carry(far, near, speed, (bytes) => (passed.down += bytes));
    carry(near, far, speed, (bytes) => (passed.up += bytes));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as net.AddressInfo).port,
    get down() {
      return passed.down;
    },
    get up() {
      return passed.up;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One direction: each piece takes its time to get onto the line, and all arrive half a round trip later. */
function carry(from: net.Socket, to: net.Socket, { bitsPerSecond, roundTripMs, queue = 64 * 1024 }: LineSpeed, count: (bytes: number) => void): void {
  const bytesPerMs = bitsPerSecond / 8000;
  const queued: Buffer[] = [];
  const onTheWay: { at: number; bytes: Buffer }[] = [];
  let waiting = 0;
  let free = 0;
  let ended = false;
  let timer: NodeJS.Timeout | null = null;

  function advance(): void {
    timer = null;
    const now = performance.now();
    for (let piece = queued[0]; piece && free <= now; piece = queued[0]) {
      // A timer that fires late must not make the line slower than it is.
      free = Math.max(free, now - 20) + piece.length / bytesPerMs;
      onTheWay.push({ at: free + roundTripMs / 2, bytes: piece });
      queued.shift();
      waiting -= piece.length;
    }
    if (waiting <= queue && from.isPaused()) from.resume();
    for (let first = onTheWay[0]; first && first.at <= now; first = onTheWay[0]) {
      onTheWay.shift();
      count(first.bytes.length);
      if (!to.destroyed) to.write(first.bytes);
    }
    if (ended && queued.length === 0 && onTheWay.length === 0) to.end();
    const next = Math.min(queued.length > 0 ? free : Infinity, onTheWay[0]?.at ?? Infinity);
    if (next < Infinity) timer = setTimeout(advance, Math.max(0, next - performance.now()));
  }

  function wake(): void {
    if (timer) clearTimeout(timer);
    advance();
  }

  from.on('data', (chunk: Buffer) => {
    const now = performance.now();
    if (queued.length === 0) free = Math.max(free, now);
    for (let at = 0; at < chunk.length; at += pieceSize) queued.push(chunk.subarray(at, at + pieceSize));
    waiting += chunk.length;
    if (waiting > queue) from.pause();
    wake();
  });
  from.on('end', () => {
    ended = true;
    wake();
  });
  from.on('close', () => {
    ended = true;
    wake();
  });
}
